import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

async function typing(...queries: string[]) {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 10 });
  for (const query of queries) {
    store.send({ type: "typed", query, composing: false });
    await turn();
  }
  return { searcher, store, calls: searcher.calls };
}

test("an answer that comes after a newer question is ignored", async () => {
  const { store, calls } = await typing("so", "sofa");
  await calls[1]?.answer(response("sofa", ["2"]));
  await calls[0]?.answer(response("so", ["1"]));
  expect(store.state.results?.query).toBe("sofa");
  expect(store.state.results?.hits.map((h) => h.id)).toEqual(["2"]);
  expect(store.state.status).toBe("ready");
});

test("an answer that comes before the newer one does not end the waiting", async () => {
  const { store, calls } = await typing("so", "sofa");
  await calls[0]?.answer(response("so", ["1"]));
  expect(store.state.status).toBe("loading");
  expect(store.state.results).toBeNull();
});

test("a failure that comes after a newer question is ignored", async () => {
  const { store, calls } = await typing("so", "sofa");
  await calls[1]?.answer(response("sofa", ["2"]));
  await calls[0]?.fail({ code: "internal", message: "too late" });
  expect(store.state.status).toBe("ready");
  expect(store.state.error).toBeNull();
});

test("a newer question aborts the older request", async () => {
  const { calls } = await typing("so", "sofa");
  expect(calls[0]?.signal.aborted).toBe(true);
  expect(calls[1]?.signal.aborted).toBe(false);
});

test("the last good answer stays while the next one is awaited", async () => {
  const { store, calls } = await typing("sofa");
  await calls[0]?.answer(response("sofa", ["1"]));
  store.send({ type: "typed", query: "sofa b", composing: false });
  expect(store.state.status).toBe("loading");
  expect(store.state.results?.hits.map((h) => h.id)).toEqual(["1"]);
});

test("questions asked while the engine opens become one request", async () => {
  const searcher = new HandSearcher();
  let opened: (s: HandSearcher) => void = () => undefined;
  const opening = new Promise<HandSearcher>((resolve) => {
    opened = resolve;
  });
  const store = new Store(() => opening, { limit: 10 });
  for (const query of ["l", "la", "lamp"]) store.send({ type: "typed", query, composing: false });
  opened(searcher);
  await turn();
  expect(searcher.calls.map((c) => c.request.query)).toEqual(["lamp"]);
});
