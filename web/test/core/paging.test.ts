import { expect, test } from "vitest";
import { canExtend } from "../../src/core/paging.ts";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

async function firstPage() {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 2 });
  store.send({ type: "typed", query: "lamp", composing: false });
  await turn();
  await searcher.calls[0]?.answer(response("lamp", ["1", "2"], 5));
  return { store, calls: searcher.calls };
}

test("the next page begins where the shown hits end, and is put after them", async () => {
  const { store, calls } = await firstPage();
  store.send({ type: "extended" });
  await turn();
  expect(calls[1]?.request).toMatchObject({ offset: 2, stages: 1 }); // of as many stages as the first page
  await calls[1]?.answer(response("lamp", ["3", "4"], 5));
  expect(store.state.results?.hits.map((h) => h.id)).toEqual(["1", "2", "3", "4"]);
});

test("the arrow keys keep their place when a page is added", async () => {
  const { store, calls } = await firstPage();
  store.send({ type: "moved", to: "last" });
  store.send({ type: "extended" });
  await turn();
  await calls[1]?.answer(response("lamp", ["3"], 5));
  expect(store.state.active).toBe(1);
});

test("a second wish for more waits for the first", async () => {
  const { store, calls } = await firstPage();
  store.send({ type: "extended" });
  store.send({ type: "extended" });
  await turn();
  expect(calls).toHaveLength(2);
});

test("there is nothing more after the last hit", async () => {
  const { store, calls } = await firstPage();
  store.send({ type: "extended" });
  await turn();
  await calls[1]?.answer(response("lamp", ["3", "4", "5"], 5));
  expect(canExtend(store.state)).toBe(false);
});

test("a new question starts at the first page again", async () => {
  const { store, calls } = await firstPage();
  store.send({ type: "extended" });
  store.send({ type: "typed", query: "lamps", composing: false });
  await turn();
  const newest = calls.at(-1);
  expect(newest?.request).toMatchObject({ query: "lamps", offset: 0 });
  await newest?.answer(response("lamps", ["9"], 1));
  expect(store.state.results?.hits.map((h) => h.id)).toEqual(["9"]);
});

test("a page that brings a hit again is of another bundle: all pages are asked for anew", async () => {
  const { store, calls } = await firstPage();
  store.send({ type: "extended" });
  await turn();
  await calls[1]?.answer(response("lamp", ["2", "4"], 5));
  await turn();
  expect(calls[2]?.request).toMatchObject({ offset: 0, limit: 4 });
  expect(calls[2]?.request).not.toHaveProperty("stages"); // the new bundle's may not be loaded yet
  expect(store.state.results?.hits.map((h) => h.id)).toEqual(["1", "2"]);
  await calls[2]?.answer(response("lamp", ["3", "1", "2", "4"], 5));
  expect(store.state.results?.hits.map((h) => h.id)).toEqual(["3", "1", "2", "4"]);
  expect(store.state).toMatchObject({ status: "ready", page: 2 });
});
