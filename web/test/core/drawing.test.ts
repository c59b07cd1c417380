import type { ReactiveController } from "lit";
import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import type { SuggestRequest, SuggestResponse } from "../../src/core/wire.ts";
import { StoreController } from "../../src/ui/store-controller.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

/** A searcher that suggests when the test says so. */
class HandSuggester extends HandSearcher {
  #suggest: ((found: SuggestResponse) => void) | undefined;

  suggest({ query }: SuggestRequest): Promise<SuggestResponse> {
    return new Promise((resolve) => {
      this.#suggest = () => resolve({ query, suggestions: [{ text: `${query}fa`, kind: "query" }], engine_ms: 0 });
    });
  }

  suggestions(): Promise<void> {
    this.#suggest?.({ query: "", suggestions: [], engine_ms: 0 });
    return turn();
  }
}

/** A view that notes what it was asked to draw, and draws it with the next turn as lit does. */
class View {
  readonly drawn: string[] = [];
  readonly updateComplete = Promise.resolve(true);
  readonly store: Store;
  #controller: ReactiveController | undefined;

  constructor(store: Store) {
    this.store = store;
    new StoreController(this);
    this.#controller?.hostConnected?.();
  }

  addController(controller: ReactiveController): void {
    this.#controller = controller;
  }

  removeController(): void {
    this.#controller = undefined;
  }

  requestUpdate(): void {
    const { query, results, suggestedFor, active } = this.store.state;
    this.drawn.push(`${query}: hits for ${results?.query}, suggestions for ${suggestedFor}, ${active}`);
    void Promise.resolve().then(() => this.#controller?.hostUpdated?.());
  }
}

/** A view of what was found for "s", and the text "so". */
async function typing() {
  const searcher = new HandSuggester();
  const store = new Store(async () => searcher, { limit: 10, suggestions: 6 });
  const view = new View(store);
  store.send({ type: "typed", query: "s", composing: false });
  await turn();
  await searcher.calls[0]?.answer(response("s", ["1", "2"]));
  await searcher.suggestions();
  view.drawn.length = 0;
  return { store, searcher, view };
}

async function type(store: Store, query: string): Promise<void> {
  store.send({ type: "typed", query, composing: false });
  await turn();
}

test("the first answers are drawn as they come", async () => {
  const searcher = new HandSuggester();
  const store = new Store(async () => searcher, { limit: 10, suggestions: 6 });
  const { drawn } = new View(store);
  await type(store, "s");
  await searcher.suggestions();
  await searcher.calls[0]?.answer(response("s", ["1"]));
  expect(drawn.slice(1)).toEqual([
    "s: hits for undefined, suggestions for , -1",
    "s: hits for undefined, suggestions for s, -1",
    "s: hits for s, suggestions for s, -1",
  ]);
});

test.each([
  ["hits", "suggestions"],
  ["suggestions", "hits"],
])("what a key finds is drawn once: %s, then %s", async (...order) => {
  const { store, searcher, view } = await typing();
  await type(store, "so");
  for (const answer of order) {
    expect(view.drawn).toEqual([]);
    await (answer === "hits" ? searcher.calls[1]?.answer(response("so", ["3"])) : searcher.suggestions());
  }
  expect(view.drawn).toEqual(["so: hits for so, suggestions for so, -1"]);
});

test("of answers that take long, the first is not kept back for the other", async () => {
  const { store, searcher, view } = await typing();
  await type(store, "so");
  await searcher.suggestions();
  await expect.poll(() => view.drawn).toEqual(["so: hits for s, suggestions for so, -1"]);
  await searcher.calls[1]?.answer(response("so", ["3"]));
  expect(view.drawn.at(-1)).toBe("so: hits for so, suggestions for so, -1");
});

test("what else the shopper does is drawn at once", async () => {
  const { store, view } = await typing();
  await type(store, "so");
  store.send({ type: "moved", to: "next" });
  expect(view.drawn).toEqual(["so: hits for s, suggestions for s, 0"]);
  await turn();
  await type(store, "sof");
  // The arrows have left the option.
  expect(view.drawn.at(-1)).toBe("sof: hits for s, suggestions for s, -1");
});

test("a failure is drawn at once", async () => {
  const { store, searcher, view } = await typing();
  await type(store, "so");
  await searcher.calls[1]?.fail({ code: "timeout", message: "late" });
  expect(view.drawn).toHaveLength(1);
});
