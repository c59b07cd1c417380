/** The first letters are answered from a table, until the engine is there. */
import { expect, test } from "vitest";
import type { InstantTable } from "../../src/core/instant.ts";
import { optionsOf } from "../../src/core/options.ts";
import { reduce } from "../../src/core/reduce.ts";
import { initialState } from "../../src/core/state.ts";
import { type Searcher, Store } from "../../src/core/store.ts";
import { HandSearcher, hit, response, turn } from "./searcher.ts";

const table: InstantTable = {
  format: 1,
  bundle: "lexicon-1.mp",
  currency: "EUR",
  hits: [hit("1"), hit("2"), hit("3")],
  prefixes: {
    so: { s: [{ text: "sofa", kind: "query" }], h: [2, 0], t: 52 },
    sof: { s: [{ text: "sofa", kind: "query" }] },
  },
};

function shop(bundle?: string) {
  let arrive: (engine: Searcher) => void = () => {};
  const engine = new Promise<Searcher>((resolve) => {
    arrive = resolve;
  });
  const searcher = Object.assign(new HandSearcher(), { bundle });
  const store = new Store(() => engine, { limit: 24, suggestions: 6, instant: async () => table });
  const type = async (query: string) => {
    store.send({ type: "typed", query, composing: false });
    await turn();
  };
  return { store, searcher, type, arrive: () => arrive(searcher) };
}

const ids = (store: Store) => store.state.results?.hits.map(({ id }) => id);

test("the table's hits and suggestions are shown while the engine is waited for", async () => {
  const { store, type } = shop();
  await type("so");
  expect(ids(store)).toEqual(["3", "1"]);
  expect(store.state).toMatchObject({
    status: "loading",
    suggestedFor: "so",
    suggestions: [{ text: "sofa" }],
    results: { query: "so", total: 52, instant: true, currency: "EUR" },
  });
});

test("the engine's answer leaves the hits where they are, and the arrows on the hit they stand on", async () => {
  const { store, searcher, type, arrive } = shop();
  await type("so");
  store.send({ type: "moved", to: "last" });
  arrive();
  await turn();
  await searcher.calls[0]?.answer(response("so", ["1", "2", "3", "4"], 52));
  expect(ids(store)).toEqual(["3", "1", "2", "4"]);
  expect(store.state.results?.instant).toBeUndefined();
  expect(optionsOf(store.state)[store.state.active]).toMatchObject({ kind: "hit", hit: { id: "1" } });
  expect(store.state.status).toBe("ready");
});

test("once the engine is there it answers alone", async () => {
  const { store, searcher, type, arrive } = shop();
  arrive();
  await type("x");
  await searcher.calls[0]?.answer(response("x", ["9"]));
  await type("so");
  expect(ids(store)).toEqual(["9"]);
});

test("a text that is typed over is not answered from the table", async () => {
  const { store, type } = shop();
  void type("so");
  await type("so what");
  expect(store.state.results).toBeNull();
});

test("what the table does not know of a text stays as it was", async () => {
  const { store, type } = shop();
  await type("so");
  await type("sof");
  expect(ids(store), "its suggestions are known, its hits are not").toEqual(["3", "1"]);
  expect(store.state).toMatchObject({ suggestedFor: "sof", results: { query: "so" } });
});

test("filters, another order and words meant as typed are left to the engine", async () => {
  const { store, type } = shop();
  store.send({ type: "toggled", field: "brand", value: "Norrby" });
  await type("so");
  expect(store.state.results).toBeNull();
  store.send({ type: "cleared" });
  await turn();
  expect(ids(store)).toEqual(["3", "1"]);
  const within = new Store(() => new Promise(() => {}), {
    limit: 24,
    scope: { category: ["Sofas"] },
    instant: async () => table,
  });
  within.send({ type: "typed", query: "so", composing: false });
  await turn();
  expect(within.state.results).toBeNull();
});

test("an answer of the table that comes after the engine's is not shown", () => {
  const typed = reduce(initialState(24), { type: "typed", query: "so", composing: false });
  const ready = reduce(typed, { type: "answered", request: 1, response: response("so", ["7"]) });
  const answer = { query: "so", suggestions: [], hits: [hit("1")], total: 1, currency: "EUR" };
  expect(reduce(ready, { type: "anticipated", request: 1, answer })).toBe(ready);
});

test.each([
  ["another bundle", "lexicon-2.mp", undefined, ["1", "3"]],
  ["the same bundle", "lexicon-1.mp", ["3", "1"], ["3", "1"]],
  ["one that is not told", undefined, ["3", "1"], ["3", "1"]],
])("where the engine opened %s, the table's hits stand accordingly", async (_, bundle, kept, answered) => {
  const { store, searcher, type, arrive } = shop(bundle);
  await type("so");
  arrive();
  await turn();
  expect(ids(store)).toEqual(kept);
  await searcher.calls[0]?.answer(response("so", ["1", "3"], 52));
  expect(ids(store)).toEqual(answered);
});
