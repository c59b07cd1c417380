import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

test("a store that ended gives up its request and asks for nothing again", async () => {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 10 });
  const search = (query: string) => store.send({ type: "typed", query, composing: false });
  search("lamp");
  await turn();
  store.end();
  expect(searcher.calls[0]?.signal.aborted).toBe(true);
  search("sofa");
  await turn();
  expect(searcher.calls).toHaveLength(1);
});

test("a store that ended while the engine was opened does not ask it", async () => {
  const searcher = new HandSearcher();
  const store = new Store(() => turn().then(() => searcher), { limit: 10 });
  store.send({ type: "typed", query: "lamp", composing: false });
  store.end();
  await turn();
  await turn();
  expect(searcher.calls).toHaveLength(0);
});

test("a store that ended is not refined by the second stage", async () => {
  const stage = { complete: () => {} };
  const completed = new Promise<void>((resolve) => {
    stage.complete = resolve;
  });
  const searcher = Object.assign(new HandSearcher(), { completed });
  const store = new Store(async () => searcher, { limit: 10 });
  store.send({ type: "typed", query: "lamp", composing: false });
  await turn();
  await searcher.calls[0]?.answer(response("lamp", ["1"]));
  store.end();
  stage.complete();
  await turn();
  expect(searcher.calls).toHaveLength(1);
});
