/** The first hits of a page that takes long are shown before the others. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, hit, response } from "./searcher.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = ["1", "2", "3", "4", "5", "6", "7"];

function shop(bundle: string | null = "lexicon-1.mp") {
  const searcher = Object.assign(new HandSearcher(), { bundle: bundle ?? undefined });
  const table = { format: 1, bundle: "lexicon-1.mp", currency: "EUR", hits: [hit("8")], prefixes: { so: { h: [0] } } };
  const store = new Store(async () => searcher, { limit: 7, instant: async () => table as never });
  const type = async (query: string) => {
    store.send({ type: "typed", query, composing: false });
    await vi.advanceTimersByTimeAsync(10);
  };
  const answer = async (call: number, query: string, ids: string[]) => {
    void searcher.calls[call]?.answer(response(query, ids, 40));
    await vi.advanceTimersByTimeAsync(0);
  };
  const ids = () => store.state.results?.hits.map(({ id }) => id);
  return { store, searcher, type, answer, ids };
}

test("the first five come while the whole page is awaited, which then takes their place", async () => {
  const { store, searcher, type, answer, ids } = shop();
  await type("sofa");
  await vi.advanceTimersByTimeAsync(100);
  expect(searcher.calls.map(({ request }) => request.limit)).toEqual([7, 5]);
  await answer(1, "sofa", page.slice(0, 5));
  expect(ids()).toEqual(page.slice(0, 5));
  expect(store.state).toMatchObject({ status: "loading", results: { begun: true, total: 40 } });
  await answer(0, "sofa", page);
  expect(ids()).toEqual(page);
  expect(store.state.status).toBe("ready");
  expect(store.state.results?.begun).toBeUndefined();
});

test("a page that is there soon is asked for once", async () => {
  const { searcher, type, answer } = shop();
  await type("sofa");
  await answer(0, "sofa", page);
  await vi.advanceTimersByTimeAsync(1000);
  expect(searcher.calls).toHaveLength(1);
});

test("first hits that come after the page, or after another text was typed, are not shown", async () => {
  const { type, answer, ids } = shop();
  await type("sofa");
  await vi.advanceTimersByTimeAsync(100);
  await answer(0, "sofa", page);
  await answer(1, "sofa", page.slice(0, 5));
  expect(ids()).toEqual(page);
  await type("rug");
  await vi.advanceTimersByTimeAsync(100);
  await type("rugs");
  await answer(3, "rug", ["9"]);
  expect(ids()).toEqual(page);
});

test("a further page and the same page in a better order are awaited whole", async () => {
  const { store, searcher, type, answer } = shop();
  await type("sofa");
  await answer(0, "sofa", page);
  store.send({ type: "extended" });
  await vi.advanceTimersByTimeAsync(1000);
  expect(searcher.calls).toHaveLength(2);
  await answer(1, "sofa", ["8", "9"]);
  await type("rug");
  void searcher.calls[2]?.answer({ ...response("rug", page), stages: 1 });
  await vi.advanceTimersByTimeAsync(0);
  store.send({ type: "completed" });
  await vi.advanceTimersByTimeAsync(1000);
  expect(searcher.calls).toHaveLength(4);
});

test("an endpoint, which names no bundle, is asked for a page once", async () => {
  const { store, searcher, type, answer, ids } = shop(null);
  await type("sofa");
  await vi.advanceTimersByTimeAsync(1000);
  expect(searcher.calls.map(({ request }) => request.limit)).toEqual([7]);
  await answer(0, "sofa", page);
  expect(ids()).toEqual(page);
  expect(store.state.status).toBe("ready");
});
