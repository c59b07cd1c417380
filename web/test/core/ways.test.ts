import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

const categories = (...values: string[]) => ({ category: values.map((value) => ({ value, count: 9 })) });

/** A store that found nothing for lamps of brass under 5. */
async function nothing() {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 10 });
  store.send({ type: "typed", query: "lamp", composing: false });
  store.send({ type: "toggled", field: "material", value: "Brass" });
  store.send({ type: "ranged", field: "price", range: { max: 5 } });
  await turn();
  await searcher.calls.at(-1)?.answer(response("lamp", [], 0));
  return { store, ways: searcher.calls.slice(-4) };
}

test("each filter is tried alone, without fetching cards, and those that help are offered", async () => {
  const { store, ways } = await nothing();
  expect(ways.map(({ request }) => [request.query, request.filters, request.limit])).toEqual([
    ["", {}, 1],
    ["lamp", {}, 1],
    ["lamp", { price: { max: 5 } }, 1],
    ["lamp", { material: ["Brass"] }, 1],
  ]);
  for (const { request } of ways) expect(request.offset).toBeGreaterThan(100);
  await ways[0]?.answer({ ...response("", [], 90), facets: categories("Lighting", "Lighting > Lamps", "Bath") });
  await ways[1]?.answer(response("lamp", [], 40));
  await ways[2]?.answer(response("lamp", [], 0));
  await ways[3]?.answer(response("lamp", [], 7));
  expect(store.state.ways.unfiltered).toBe(true);
  expect(store.state.ways.without).toEqual([{ chip: { field: "price", choice: { max: 5 } }, count: 7 }]);
  expect(store.state.ways.categories.map((c) => c.value)).toEqual(["Lighting", "Bath"]);
});

test("filters are no way on where the words alone find nothing", async () => {
  const { store, ways } = await nothing();
  for (const { answer } of ways) await answer(response("", [], 0));
  expect(store.state.ways).toEqual({ unfiltered: false, without: [], categories: [] });
});

test("ways from a question that is no longer asked are not shown", async () => {
  const { store, ways } = await nothing();
  store.send({ type: "cleared" });
  for (const { answer } of ways) await answer(response("lamp", [], 7));
  expect(store.state.ways).toEqual({ unfiltered: true, without: [], categories: [] });
});

test("where the ways cannot be tried there are none, and nothing has failed", async () => {
  const { store, ways } = await nothing();
  for (const { fail } of ways) await fail(new Error("gone"));
  expect(store.state).toMatchObject({ status: "ready", ways: { without: [], categories: [] } });
});
