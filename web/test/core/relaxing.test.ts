import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

test("how many products have all the words comes with every answer", async () => {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 2 });
  store.send({ type: "typed", query: "velvet kettle", composing: false });
  await turn();
  await searcher.calls[0]?.answer({ ...response("velvet kettle", ["1", "2"], 3), all_words: 0 });
  expect(store.state.results).toMatchObject({ total: 3, allWords: 0 });

  store.send({ type: "typed", query: "velvet", composing: false });
  await turn();
  await searcher.calls[1]?.answer(response("velvet", ["1"]));
  expect(store.state.results).toMatchObject({ total: 1, allWords: 1 });
});
