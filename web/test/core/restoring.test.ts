import { expect, test } from "vitest";
import type { Restored } from "../../src/core/reduce.ts";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

const lamp: Restored = {
  query: "lamp",
  verbatim: false,
  filters: { brand: ["Lumen"] },
  sort: "price_asc",
  page: 1,
};
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => String(from + i));

function opened() {
  const searcher = new HandSearcher();
  return { store: new Store(async () => searcher, { limit: 24 }), calls: searcher.calls };
}

test("a search is asked for with all that it was made of", async () => {
  const { store, calls } = opened();
  store.send({ type: "restored", search: lamp });
  await turn();
  expect(calls[0]?.request).toMatchObject({
    query: "lamp",
    filters: { brand: ["Lumen"] },
    sort: "price_asc",
    offset: 0,
    limit: 24,
  });
});

test("going back to what is there already asks nothing", async () => {
  const { store, calls } = opened();
  store.send({ type: "restored", search: lamp });
  await turn();
  await calls[0]?.answer(response("lamp", ids(0, 24), 60));
  const before = store.state;
  store.send({ type: "restored", search: { ...lamp } });
  expect(store.state).toBe(before);
});

test("several pages come in one answer", async () => {
  const { store, calls } = opened();
  store.send({ type: "restored", search: { ...lamp, page: 3 } });
  await turn();
  expect(calls[0]?.request).toMatchObject({ offset: 0, limit: 72 });
});

test("more pages than one answer gives are asked for one after the other", async () => {
  const { store, calls } = opened();
  store.send({ type: "restored", search: { ...lamp, page: 5 } });
  await turn();
  expect(calls[0]?.request).toMatchObject({ offset: 0, limit: 96 });
  await calls[0]?.answer(response("lamp", ids(0, 96), 500));
  expect(store.state.status).toBe("loading");
  expect(calls[1]?.request).toMatchObject({ offset: 96, limit: 24, stages: 1 });
  await calls[1]?.answer(response("lamp", ids(96, 120), 500));
  expect(store.state).toMatchObject({ status: "ready", page: 5 });
  expect(store.state.results?.hits).toHaveLength(120);
});

test("pages that are no longer there are not waited for", async () => {
  const { store, calls } = opened();
  store.send({ type: "restored", search: { ...lamp, page: 3 } });
  await turn();
  await calls[0]?.answer(response("lamp", ids(0, 30), 30));
  expect(store.state).toMatchObject({ status: "ready", page: 2 });
  expect(calls).toHaveLength(1);
});

test("a storm of steps back and forth shows the last of them", async () => {
  const { store, calls } = opened();
  for (const query of ["a", "b", "c"]) store.send({ type: "restored", search: { ...lamp, query } });
  await turn();
  await calls.at(-1)?.answer(response("c", ["3"]));
  for (const call of calls.slice(0, -1)) await call.answer(response(call.request.query, ["1"]));
  expect(store.state.results?.query).toBe("c");
});
