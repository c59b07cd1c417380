import { expect, test } from "vitest";
import { chips } from "../../src/core/filters.ts";
import { type Event, reduce } from "../../src/core/reduce.ts";
import { requestOf } from "../../src/core/request.ts";
import { initialState, type State } from "../../src/core/state.ts";

const after = (...events: Event[]): State => events.reduce(reduce, initialState(10));
const oak: Event = { type: "toggled", field: "material", value: "Oak" };
const pine: Event = { type: "toggled", field: "material", value: "Pine" };

test("several values of one facet can be chosen", () => {
  expect(after(oak, pine).filters).toEqual({ material: ["Oak", "Pine"] });
});

test("choosing a value again unchooses it, and the last one takes the field with it", () => {
  expect(after(oak, pine, oak).filters).toEqual({ material: ["Pine"] });
  expect(after(oak, oak).filters).toEqual({});
});

test("every choice is a new request for the first page", () => {
  const state = after(oak, { type: "ranged", field: "price", range: { min: 10, max: 50 } });
  expect(state.request).toBe(2);
  expect(requestOf(state, {})).toMatchObject({
    offset: 0,
    filters: { material: ["Oak"], price: { min: 10, max: 50 } },
  });
});

test("a range with both ends open is no filter", () => {
  const chosen: Event = { type: "ranged", field: "price", range: { min: 10 } };
  expect(after(chosen, { type: "ranged", field: "price", range: {} }).filters).toEqual({});
});

test("a range whose ends are the other way round is what lies between them", () => {
  const state = after({ type: "ranged", field: "price", range: { min: 50, max: 10 } });
  expect(state.filters).toEqual({ price: { min: 10, max: 50 } });
});

test("a chip removes its own choice only", () => {
  const state = after(oak, pine, { type: "ranged", field: "price", range: { min: 10 } });
  const [first, , price] = chips(state.filters);
  expect(chips(state.filters)).toHaveLength(3);
  if (!first || !price) throw new Error("chips are missing");
  const next = [{ type: "dropped", chip: first } as const, { type: "dropped", chip: price } as const].reduce(
    reduce,
    state,
  );
  expect(next.filters).toEqual({ material: ["Pine"] });
});

test("clearing takes every filter away and keeps the query and the sort", () => {
  const state = after({ type: "typed", query: "table", composing: false }, { type: "sorted", sort: "price_asc" }, oak, {
    type: "cleared",
  });
  expect(state).toMatchObject({ query: "table", sort: "price_asc", filters: {} });
});

test("the scope of the place is always asked for, and a choice narrows it", () => {
  const scope = { category: ["Lighting"] };
  expect(requestOf(after(oak), scope).filters).toEqual({
    category: ["Lighting"],
    material: ["Oak"],
  });
  const narrowed = after({ type: "toggled", field: "category", value: "Floor lamps" });
  expect(requestOf(narrowed, scope).filters).toEqual({ category: ["Floor lamps"] });
});
