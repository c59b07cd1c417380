import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

/** A searcher whose second stage is loaded when the test says so. */
class SlowSearcher extends HandSearcher {
  complete: () => void = () => undefined;
  readonly completed = new Promise<void>((resolve) => {
    this.complete = resolve;
  });
}

async function asking(query: string, limit = 10) {
  const searcher = new SlowSearcher();
  const store = new Store(async () => searcher, { limit });
  store.send({ type: "typed", query, composing: false });
  await turn();
  const complete = () => {
    searcher.complete();
    return turn();
  };
  return { store, calls: searcher.calls, complete };
}

const byBoth = (query: string, ids: string[]) => ({ ...response(query, ids), stages: 2 });
const shown = ({ state }: Store) => state.results?.hits.map((hit) => hit.id);

test("what the first stage answered is asked again when the second is there, and stays until then", async () => {
  const { store, calls, complete } = await asking("rest my feet");
  await calls[0]?.answer(response("rest my feet", ["lamp", "stool"]));
  await complete();
  expect(calls).toHaveLength(2);
  expect(store.state).toMatchObject({ status: "ready", refining: true });
  expect(shown(store)).toEqual(["lamp", "stool"]);
  await calls[1]?.answer(byBoth("rest my feet", ["stool", "lamp"]));
  expect(shown(store)).toEqual(["stool", "lamp"]);
});

test("an answer of the first stage that was under way is asked again once", async () => {
  const { store, calls, complete } = await asking("lamp");
  await complete();
  expect(calls).toHaveLength(1);
  await calls[0]?.answer(response("lamp", ["1"]));
  expect(calls).toHaveLength(2);
  await calls[1]?.answer(response("lamp", ["1"]));
  expect(calls).toHaveLength(2);
  expect(store.state.status).toBe("ready");
});

test("a refinement that fails leaves what is shown", async () => {
  const { store, calls, complete } = await asking("lamp");
  await calls[0]?.answer(response("lamp", ["1"]));
  await complete();
  await calls[1]?.fail({ code: "internal", message: "no" });
  expect(store.state).toMatchObject({ status: "ready", refining: false, error: null });
  expect(shown(store)).toEqual(["1"]);
});

test("nothing is asked again that both stages answered, or that is in order of price", async () => {
  const { store, calls, complete } = await asking("lamp");
  await calls[0]?.answer(byBoth("lamp", ["1"]));
  store.send({ type: "sorted", sort: "price_asc" });
  await turn();
  await calls[1]?.answer(response("lamp", ["1"]));
  await complete();
  expect(calls).toHaveLength(2);
});

test("a shopper whose arrows stand on a hit keeps the order", async () => {
  const { store, calls, complete } = await asking("lamp");
  await calls[0]?.answer(response("lamp", ["1", "2"]));
  store.send({ type: "moved", to: "next" });
  await complete();
  expect(calls).toHaveLength(1);
  expect(store.state.active).toBe(0);
});

test("a shopper who has more pages than one keeps the order", async () => {
  const { store, calls, complete } = await asking("lamp", 2);
  await calls[0]?.answer(response("lamp", ["1", "2"], 4));
  store.send({ type: "extended" });
  await turn();
  await complete();
  await calls[1]?.answer(response("lamp", ["3", "4"], 4));
  expect(calls).toHaveLength(2);
  expect(shown(store)).toEqual(["1", "2", "3", "4"]);
});

test("what is typed before a refinement is answered is what counts", async () => {
  const { store, calls, complete } = await asking("lamp");
  await calls[0]?.answer(response("lamp", ["1"]));
  await complete();
  store.send({ type: "typed", query: "lamps", composing: false });
  await turn();
  expect(store.state.refining).toBe(false);
  await calls[1]?.answer(byBoth("lamp", ["2"]));
  expect(shown(store)).toEqual(["1"]);
  await calls[2]?.answer(byBoth("lamps", ["3"]));
  expect(shown(store)).toEqual(["3"]);
});
