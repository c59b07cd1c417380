import { expect, test } from "vitest";
import { reduce } from "../../src/core/reduce.ts";
import { initialState } from "../../src/core/state.ts";
import { response } from "./searcher.ts";

const typed = reduce(initialState(10), { type: "typed", query: "rug", composing: false });
const ready = reduce(typed, { type: "answered", request: 1, response: response("rug", ["1"]) });

test("opening before anything was asked browses the catalogue", () => {
  const state = reduce(initialState(10), { type: "opened" });
  expect(state).toMatchObject({ open: true, status: "loading", query: "", request: 1 });
});

test("opening again shows what was there, without asking anew", () => {
  const state = reduce(reduce(ready, { type: "closed" }), { type: "opened" });
  expect(state).toMatchObject({ open: true, status: "ready", request: 1 });
});

test("opening after a failure tries once more", () => {
  const failed = reduce(typed, {
    type: "failed",
    request: 1,
    error: { code: "bundle_missing", message: "manifest.json: not found" },
  });
  const state = reduce(reduce(failed, { type: "closed" }), { type: "opened" });
  expect(state).toMatchObject({ status: "loading", error: null, request: 2 });
});

test("typing opens, closing keeps the text", () => {
  expect(ready.open).toBe(true);
  expect(reduce(ready, { type: "closed" })).toMatchObject({ open: false, query: "rug" });
});

test("an event that changes nothing returns the same state", () => {
  expect(reduce(ready, { type: "opened" })).toBe(ready);
  expect(reduce(ready, { type: "sorted", sort: "relevance" })).toBe(ready);
  const closed = reduce(ready, { type: "closed" });
  expect(reduce(closed, { type: "closed" })).toBe(closed);
});
