import { expect, test } from "vitest";
import { reduce } from "../../src/core/reduce.ts";
import { requestOf } from "../../src/core/request.ts";
import { initialState, type State } from "../../src/core/state.ts";
import { effective, understoodChips } from "../../src/core/understood.ts";
import type { Understood } from "../../src/core/wire.ts";
import { response } from "./searcher.ts";

const price: Understood = {
  field: "price",
  label: "Price",
  filter: { max: 50 },
  text: "under 50",
  rest: "red lamp size 38",
};
const size: Understood = { field: "size", filter: ["38"], text: "size 38", rest: "red lamp under 50" };
const query = "red lamp size 38 under 50";

/** The answer to a query of which both filters were understood. */
function understanding(): State {
  const asked = reduce(initialState(10), { type: "typed", query, composing: false });
  return reduce(asked, {
    type: "answered",
    request: asked.request,
    response: { ...response(query, ["a"]), understood: [price, size] },
  });
}

function chip(state: State, field: string) {
  const found = state.results && understoodChips(state.results).find((c) => c.field === field);
  if (!found) throw new Error(`no chip for ${field}`);
  return found;
}

test("what was understood is shown as filters that nobody chose", () => {
  const state = understanding();
  expect(state.filters).toEqual({});
  expect(effective(state)).toEqual({ price: { max: 50 }, size: ["38"] });
  expect(chip(state, "price").choice).toEqual({ max: 50 });
  expect(chip(state, "size").choice).toBe("38");
  expect(requestOf(state, {}).filters).toEqual({});
});

test("removing an understood filter searches for the rest of the query", () => {
  const state = understanding();
  const next = reduce(state, { type: "dropped", chip: chip(state, "price") });
  expect(next).toMatchObject({ query: "red lamp size 38", status: "loading", request: state.request + 1 });
});

test("choosing any price takes the words for the price away", () => {
  expect(reduce(understanding(), { type: "ranged", field: "price", range: {} }).query).toBe("red lamp size 38");
});

test("choosing another price is the request's own filter and leaves the query alone", () => {
  const state = reduce(understanding(), { type: "ranged", field: "price", range: { min: 80 } });
  expect(state).toMatchObject({ query, filters: { price: { min: 80 } } });
  expect(effective(state).price).toEqual({ min: 80 });
  // Its own range goes first; the words are still there to be understood again.
  expect(reduce(state, { type: "ranged", field: "price", range: {} })).toMatchObject({ query, filters: {} });
});

test("unchoosing an understood value takes its words away, choosing another adds a filter", () => {
  expect(reduce(understanding(), { type: "toggled", field: "size", value: "38" }).query).toBe("red lamp under 50");
  expect(reduce(understanding(), { type: "toggled", field: "size", value: "40" })).toMatchObject({
    query,
    filters: { size: ["40"] },
  });
});

test("what was understood of an older query is not in force", () => {
  const typed = reduce(understanding(), { type: "typed", query: "sofa", composing: false });
  expect(effective(typed)).toEqual({});
  expect(reduce(typed, { type: "ranged", field: "price", range: {} }).query).toBe("sofa");
});

test("an answer without anything understood has no such chips", () => {
  const asked = reduce(initialState(10), { type: "typed", query: "lamp", composing: false });
  const state = reduce(asked, { type: "answered", request: asked.request, response: response("lamp", ["a"]) });
  expect(state.results && understoodChips(state.results)).toEqual([]);
});
