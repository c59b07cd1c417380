import { expect, test } from "vitest";
import { optionsOf } from "../../src/core/options.ts";
import { reduce } from "../../src/core/reduce.ts";
import { initialState, type State } from "../../src/core/state.ts";
import { Store } from "../../src/core/store.ts";
import type { Suggestion, SuggestRequest, SuggestResponse } from "../../src/core/wire.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

const inOutdoor = { field: "category", value: "Garden > Outdoor", label: "Outdoor" };
const sofa: Suggestion = { text: "sofa", kind: "query" };
const scoped: Suggestion = { text: "sofa", kind: "query", scope: inOutdoor };
const sofas: Suggestion = {
  text: "Sofas",
  kind: "category",
  scope: { field: "category", value: "Sofas", label: "Sofas" },
};

/** A searcher that suggests when the test says so. */
class HandSuggester extends HandSearcher {
  readonly asked: {
    request: SuggestRequest;
    signal: AbortSignal;
    answer(found: Suggestion[]): Promise<void>;
    fail(): Promise<void>;
  }[] = [];

  suggest(request: SuggestRequest, { signal }: { signal: AbortSignal }): Promise<SuggestResponse> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        request,
        signal,
        answer: (suggestions) => {
          resolve({ query: request.query, suggestions, engine_ms: 0 });
          return turn();
        },
        fail: () => {
          reject(new Error("no"));
          return turn();
        },
      });
    });
  }
}

async function typing(...queries: string[]) {
  const searcher = new HandSuggester();
  const store = new Store(async () => searcher, { limit: 10, suggestions: 6 });
  for (const query of queries) {
    store.send({ type: "typed", query, composing: false });
    await turn();
  }
  return { store, searcher };
}

function shown(query: string, recent: string[], suggestions: Suggestion[], ...hits: string[]): State {
  const asked = reduce({ ...initialState(10), recent }, { type: "typed", query, composing: false });
  const answered = reduce(asked, { type: "answered", request: 1, response: response(query, hits) });
  return reduce(answered, { type: "suggested", query, suggestions });
}

test("what is typed is asked about, without products", async () => {
  const { store, searcher } = await typing("so", "sof");
  expect(searcher.asked.map((a) => a.request)).toEqual([
    { query: "so", limit: 6, no_products: true },
    { query: "sof", limit: 6, no_products: true },
  ]);
  expect(searcher.asked[0]?.signal.aborted).toBe(true);
  await searcher.asked[1]?.answer([sofa]);
  await searcher.asked[0]?.answer([sofas]);
  expect(store.state.suggestions).toEqual([sofa]);
});

test("a panel that opens asks before anything is typed, and once", async () => {
  const { store, searcher } = await typing();
  store.send({ type: "opened" });
  await turn();
  store.send({ type: "closed" });
  store.send({ type: "opened" });
  await turn();
  expect(searcher.asked.map((a) => a.request)).toEqual([{ query: "", limit: 6, no_products: true }]);
  await searcher.asked[0]?.answer([sofas]);
  expect(optionsOf(store.state)).toEqual([{ kind: "category", suggestion: sofas }]);
});

test("suggestions that fail are none, and the search goes on", async () => {
  const { store, searcher } = await typing("so");
  await searcher.asked[0]?.fail();
  expect(store.state).toMatchObject({ suggestions: [], status: "loading", error: null });
});

test("a filter asks for products again and not for suggestions", async () => {
  const { store, searcher } = await typing("so");
  store.send({ type: "toggled", field: "brand", value: "Norrby" });
  await turn();
  expect(searcher.asked).toHaveLength(1);
  expect(searcher.calls).toHaveLength(2);
});

test("a chosen suggestion becomes the query, and its scope a filter", async () => {
  const { store, searcher } = await typing("so");
  store.send({ type: "chose", text: scoped.text, scope: scoped.scope });
  await turn();
  expect(store.state).toMatchObject({
    query: "sofa",
    filters: { category: ["Garden > Outdoor"] },
    suggestions: [],
    active: -1,
  });
  expect(searcher.calls.at(-1)?.request).toMatchObject({ query: "sofa", filters: { category: ["Garden > Outdoor"] } });
  expect(searcher.asked).toHaveLength(1);
});

test("recent searches, suggestions, categories and products are one list", () => {
  const state = shown("so", ["lamp", "socks", "so"], [sofas, sofa, scoped], "1");
  expect(optionsOf(state).map((o) => o.kind)).toEqual(["recent", "suggestion", "suggestion", "category", "hit"]);
  expect(optionsOf(state)[0]).toMatchObject({ text: "socks" });
});

test("all recent searches are shown while nothing is typed", () => {
  expect(optionsOf(shown("", ["a", "b", "c", "d"], [])).map((o) => o.kind)).toEqual(Array(4).fill("recent"));
});

test("a recent search takes the place of the suggestion with the same words", () => {
  const state = shown("so", ["SOFA"], [sofa, scoped]);
  expect(optionsOf(state).map((o) => o.kind)).toEqual(["recent", "suggestion"]);
  expect(optionsOf(state)[1]).toMatchObject({ suggestion: scoped });
});

test("the arrows walk through all of them and stay on a product that moves", () => {
  let state = shown("so", [], [], "1", "2");
  state = reduce(state, { type: "moved", to: "last" });
  expect(state.active).toBe(1);
  state = reduce(state, { type: "suggested", query: "so", suggestions: [sofa, scoped] });
  expect(optionsOf(state)[state.active]).toMatchObject({ hit: { id: "2" } });
  expect(reduce(state, { type: "moved", to: "first" }).active).toBe(0);
  expect(reduce(state, { type: "suggested", query: "sofas", suggestions: [] })).toBe(state);
});
