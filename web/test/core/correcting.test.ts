import { expect, test } from "vitest";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, response, turn } from "./searcher.ts";

test("a corrected query can be insisted on, until another is typed", async () => {
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 2 });
  store.send({ type: "typed", query: "sopha", composing: false });
  await turn();
  await searcher.calls[0]?.answer({ ...response("sopha", ["1"]), corrected_query: "sofa" });
  expect(store.state.results?.corrected).toBe("sofa");

  store.send({ type: "insisted" });
  await turn();
  expect(searcher.calls[1]?.request).toMatchObject({ query: "sopha", verbatim: true });
  await searcher.calls[1]?.answer(response("sopha", []));
  expect(store.state.results).not.toHaveProperty("corrected");

  store.send({ type: "toggled", field: "brand", value: "Norrby" });
  await turn();
  expect(searcher.calls.at(-1)?.request.verbatim).toBe(true);

  store.send({ type: "typed", query: "sopha bed", composing: false });
  await turn();
  expect(searcher.calls.at(-1)?.request).not.toHaveProperty("verbatim");
});
