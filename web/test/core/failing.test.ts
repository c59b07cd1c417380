import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

const corrupt = { code: "bundle_corrupt", message: "lexicon.bin: its bytes were changed" };

test("an engine that cannot be opened is an error with its code", async () => {
  const store = new Store(() => Promise.reject(corrupt), { limit: 10 });
  store.send({ type: "opened" });
  await turn();
  expect(store.state).toMatchObject({ status: "error", error: corrupt });
});

test("trying again opens the engine anew and repeats the question", async () => {
  const searcher = new HandSearcher();
  let tries = 0;
  const connect = async () => {
    tries += 1;
    if (tries === 1) throw corrupt;
    return searcher;
  };
  const store = new Store(connect, { limit: 10 });
  store.send({ type: "typed", query: "vase", composing: false });
  await turn();
  store.send({ type: "retried" });
  await turn();
  await searcher.calls[0]?.answer(response("vase", ["7"]));
  expect(tries).toBe(2);
  expect(store.state).toMatchObject({ status: "ready", error: null });
  expect(store.state.results?.hits.map((h) => h.id)).toEqual(["7"]);
});

test("a failed next page keeps the pages that are there, and is asked for again", async () => {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 1 });
  store.send({ type: "opened" });
  await turn();
  await searcher.calls[0]?.answer(response("", ["1"], 2));
  store.send({ type: "extended" });
  await turn();
  await searcher.calls[1]?.fail({ code: "bundle_missing", message: "cards-1.bin: not found" });
  expect(store.state.status).toBe("error");
  expect(store.state.results?.hits).toHaveLength(1);
  store.send({ type: "retried" });
  await turn();
  expect(searcher.calls[2]?.request.offset).toBe(1);
});

test("an engine that is got ready early fails quietly until it is needed", async () => {
  const store = new Store(() => Promise.reject(corrupt), { limit: 10 });
  store.prepare();
  await turn();
  expect(store.state.status).toBe("idle");
});

test("whatever is thrown becomes a code and a message", async () => {
  for (const [thrown, error] of [
    [new TypeError("no worker"), { code: "internal", message: "no worker" }],
    ["plain words", { code: "internal", message: "plain words" }],
  ] as const) {
    const store = new Store(() => Promise.reject(thrown), { limit: 10 });
    store.send({ type: "opened" });
    await turn();
    expect(store.state.error).toEqual(error);
  }
});
