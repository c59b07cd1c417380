import { expect, test } from "vitest";
import { pagesAround } from "../../src/core/paging.ts";
import type { Paging } from "../../src/core/state.ts";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

/** A store with two hits a page and the first page of seven hits. */
async function firstPage(paging: Paging) {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 2, paging });
  store.send({ type: "typed", query: "lamp", composing: false });
  await turn();
  await searcher.calls[0]?.answer(response("lamp", ["1", "2"], 7));
  return { store, calls: searcher.calls };
}

const ids = (store: Store) => store.state.results?.hits.map((h) => h.id);

test("page by page, a page takes the place of the one before, ranked by as many stages", async () => {
  const { store, calls } = await firstPage("pages");
  store.send({ type: "turned", page: 3 });
  await turn();
  expect(calls[1]?.request).toMatchObject({ offset: 4, limit: 2, stages: 1 });
  await calls[1]?.answer(response("lamp", ["5", "6"], 7));
  expect(ids(store)).toEqual(["5", "6"]);
  expect(store.state).toMatchObject({ page: 3, results: { offset: 4 } });
});

test("a page turned twice before the first answer keeps to the stages of the results", async () => {
  const { store, calls } = await firstPage("pages");
  store.send({ type: "turned", page: 2 });
  store.send({ type: "turned", page: 3 });
  await turn();
  expect(calls.at(-1)?.request).toMatchObject({ offset: 4, stages: 1 });
});

test("a page that has no hits leads to the last one that has", async () => {
  const { store, calls } = await firstPage("pages");
  store.send({ type: "turned", page: 9 });
  await turn();
  await calls[1]?.answer(response("lamp", [], 7));
  await turn();
  expect(calls[2]?.request).toMatchObject({ offset: 6 });
  await calls[2]?.answer(response("lamp", ["7"], 7));
  expect(store.state).toMatchObject({ page: 4, status: "ready" });
});

test("an engine that gives no hits for the last page is not asked for ever", async () => {
  const { store, calls } = await firstPage("pages");
  store.send({ type: "turned", page: 4 });
  await turn();
  await calls[1]?.answer(response("lamp", [], 7));
  await turn();
  expect(calls).toHaveLength(2);
  expect(store.state.status).toBe("ready");
});

test("where the hits gather, a page to go back to is all the hits up to it", async () => {
  const { store, calls } = await firstPage("more");
  store.send({ type: "turned", page: 3 });
  await turn();
  expect(calls[1]?.request).toMatchObject({ offset: 0, limit: 6 });
  await calls[1]?.answer(response("lamp", ["1", "2", "3", "4", "5", "6"], 7));
  expect(store.state.page).toBe(3);
  store.send({ type: "extended" });
  await turn();
  expect(calls[2]?.request).toMatchObject({ offset: 6, limit: 2 });
});

test("no request asks for more than a hundred hits, and further ones for the rest", async () => {
  const { store, calls } = await firstPage("infinite");
  store.send({ type: "turned", page: 80 });
  await turn();
  expect(calls[1]?.request.limit).toBe(100);
  const hundred = Array.from({ length: 100 }, (_, i) => String(i));
  await calls[1]?.answer(response("lamp", hundred, 500));
  expect(store.state).toMatchObject({ page: 80, status: "loading" });
  expect(calls[2]?.request).toMatchObject({ offset: 100, limit: 2 });
});

test("the page counts with the hits that gather, and a new question begins at the first", async () => {
  const { store, calls } = await firstPage("more");
  store.send({ type: "extended" });
  await turn();
  await calls[1]?.answer(response("lamp", ["3", "4"], 7));
  expect(store.state.page).toBe(2);
  store.send({ type: "sorted", sort: "price_asc" });
  await turn();
  expect(store.state.page).toBe(1);
  expect(calls[2]?.request).toMatchObject({ offset: 0 });
  expect(calls[2]?.request).not.toHaveProperty("stages");
});

test("a page that failed is tried again, not another one", async () => {
  const { store, calls } = await firstPage("pages");
  store.send({ type: "turned", page: 2 });
  await turn();
  await calls[1]?.fail(new Error("offline"));
  store.send({ type: "retried" });
  await turn();
  expect(calls[2]?.request).toMatchObject({ offset: 2, stages: 1 });
});

test.each([
  [1, 1, [1]],
  [1, 5, [1, 2, null, 5]],
  [3, 5, [1, 2, 3, 4, 5]],
  [6, 12, [1, null, 5, 6, 7, null, 12]],
  [4, 12, [1, 2, 3, 4, 5, null, 12]], // a gap of one page would be no shorter than the page
  [12, 12, [1, null, 11, 12]],
])("around page %i of %i are offered %j", (page, last, offered) => {
  expect(pagesAround(page, last, 1)).toEqual(offered);
});
