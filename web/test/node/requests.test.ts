import { afterAll, beforeAll, expect, it } from "vitest";
import type { SearchRequest } from "../../src/core/wire.ts";
import type { Engine } from "../../src/node.ts";
import { cornerShop } from "../built.ts";
import { open, VitrineError } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await open(cornerShop());
});
afterAll(() => engine.close());

const explosive = {
  get query(): string {
    throw new Error("boom");
  },
};

it.each([
  ["nothing", undefined, "the search request must be an object"],
  ["a number for a query", { query: 5 }, "query must be a string"],
  ["a misspelt member", { query: "lamp", filter: {} }, 'no member "filter"'],
  ["a function", { query: "lamp", limit: () => 5 }, "no plain data"],
  ["a getter that throws", explosive, "no plain data: boom"],
])("refuses %s and goes on", async (_, request, message) => {
  const answer = engine.search(request as unknown as SearchRequest);
  await expect(answer).rejects.toBeInstanceOf(VitrineError);
  await expect(answer).rejects.toMatchObject({ code: "bad_request", message: expect.stringContaining(message) });
  expect((await engine.search({ query: "lamp" })).total).toBeGreaterThan(0);
});

it("gives up a search whose signal has fired", async () => {
  const answer = engine.search({ query: "lamp" }, { signal: AbortSignal.abort() });
  await expect(answer).rejects.toMatchObject({ code: "aborted", message: "the call was aborted" });
});
