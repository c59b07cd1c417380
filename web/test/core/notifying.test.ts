import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Notifier, settling } from "../../src/core/notifier.ts";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response } from "./searcher.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets promises and everything due run. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

function scene() {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 2 });
  const told: [name: string, detail: object][] = [];
  const notifier = new Notifier(store, (name, detail) => told.push([name, detail]));
  const type = async (query: string, ids: string[]) => {
    store.send({ type: "typed", query, composing: false });
    await pass();
    void searcher.calls.at(-1)?.answer(response(query, ids));
    await pass();
  };
  const names = () => told.map(([name]) => name);
  return { store, searcher, notifier, told, type, names };
}

test("nine letters are one search, once it has settled", async () => {
  const { told, type, names } = scene();
  for (let i = 1; i <= "desk lamp".length; i++) {
    await type("desk lamp".slice(0, i), ["1", "2"]);
    await pass(settling - 1);
  }
  expect(names()).toEqual(["open"]);
  await pass(1);
  expect(names()).toEqual(["open", "search"]);
  expect(told[1]?.[1]).toMatchObject({ query: "desk lamp", total: 2, filters: {}, sort: "relevance", currency: "EUR" });
});

test("ms is the time from the request to the answer", async () => {
  const { store, searcher, told } = scene();
  store.send({ type: "typed", query: "lamp", composing: false });
  await pass(70);
  void searcher.calls[0]?.answer(response("lamp", ["1"]));
  await pass(settling);
  expect(told.at(-1)).toMatchObject(["search", { ms: 70 }]);
});

test("closing tells the search that was shown, before it tells that it closed", async () => {
  const { store, type, names } = scene();
  await type("lamp", ["1"]);
  store.send({ type: "closed" });
  expect(names()).toEqual(["open", "search", "close"]);
  await pass(settling);
  expect(names()).toHaveLength(3);
});

test("an answer that the shopper did not wait for is not a search", async () => {
  const { store, searcher, names } = scene();
  store.send({ type: "typed", query: "lamp", composing: false });
  await pass();
  store.send({ type: "closed" });
  expect(names()).toEqual(["open", "close"]);
  expect(searcher.calls).toHaveLength(1);
});

test("the same search is told once, however often it is opened", async () => {
  const { store, type, names } = scene();
  await type("lamp", ["1"]);
  await pass(settling);
  store.send({ type: "closed" });
  store.send({ type: "opened" });
  store.send({ type: "closed" });
  expect(names().filter((name) => name === "search")).toHaveLength(1);
});

test("a further page is no new search; a filter and an order are", async () => {
  const { store, searcher, told, type, names } = scene();
  store.send({ type: "typed", query: "lamp", composing: false });
  await pass();
  void searcher.calls[0]?.answer(response("lamp", ["1", "2"], 4));
  await pass(settling);
  store.send({ type: "extended" });
  await pass();
  void searcher.calls[1]?.answer(response("lamp", ["3", "4"], 4));
  await pass(settling);
  expect(names()).toEqual(["open", "search"]);

  store.send({ type: "toggled", field: "brand", value: "Norrby" });
  store.send({ type: "sorted", sort: "price_asc" });
  expect(told.slice(2)).toEqual([
    ["filter", { query: "lamp", filters: { brand: ["Norrby"] } }],
    ["sort", { query: "lamp", sort: "price_asc" }],
  ]);
  await type("lamp", ["1"]);
  void searcher.calls.at(-1)?.answer(response("lamp", ["1"]));
  await pass(settling);
  expect(told.at(-1)).toMatchObject(["search", { filters: { brand: ["Norrby"] }, sort: "price_asc" }]);
});

test("putting the hits in order anew is no new search, and does not keep one from settling", async () => {
  const { store, searcher, told, type, names } = scene();
  await type("lamp", ["1", "2"]);
  await pass(settling - 1);
  store.send({ type: "completed" });
  await pass();
  expect(searcher.calls).toHaveLength(2);
  void searcher.calls[1]?.answer({ ...response("lamp", ["2", "1"]), stages: 2 });
  await pass(settling);
  expect(names()).toEqual(["open", "search"]);
  expect(told[1]?.[1]).toMatchObject({ hits: [{ id: "2" }, { id: "1" }] });
});

test("everything there is was not searched for", async () => {
  const { type, names } = scene();
  await type("", ["1", "2"]);
  await pass(settling);
  expect(names()).toEqual(["open"]);
});

test("a search that finds nothing is told as both", async () => {
  const { type, names } = scene();
  await type("qzx", []);
  await pass(settling);
  expect(names()).toEqual(["open", "search", "noresults"]);
});

test("a failure is told with its code, each time that it fails", async () => {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 2 });
  const told: [name: string, detail: object][] = [];
  new Notifier(store, (name, detail) => told.push([name, detail]));
  store.send({ type: "typed", query: "lamp", composing: false });
  await pass();
  void searcher.calls[0]?.fail({ code: "bundle_corrupt", message: "its bytes were changed" });
  await pass();
  store.send({ type: "retried" });
  await pass();
  void searcher.calls[1]?.fail({ code: "bundle_corrupt", message: "its bytes were changed" });
  await pass();
  const error = ["error", { query: "lamp", code: "bundle_corrupt", message: "its bytes were changed" }];
  expect(told.slice(1)).toEqual([error, error]);
});

test("nothing is told after stopping", async () => {
  const { notifier, type, names } = scene();
  await type("lamp", ["1"]);
  notifier.stop();
  await type("lamps", ["1"]);
  await pass(settling);
  expect(names()).toEqual(["open"]);
});
