import { expect, test } from "vitest";
import { type Event, reduce } from "../../src/core/reduce.ts";
import { initialState, type State } from "../../src/core/state.ts";
import { response } from "./searcher.ts";

function withHits(...ids: string[]): State {
  const asked = reduce(initialState(10), { type: "typed", query: "chair", composing: false });
  return reduce(asked, { type: "answered", request: 1, response: response("chair", ids) });
}

function walk(state: State, ...steps: Extract<Event, { type: "moved" }>["to"][]): number[] {
  const places: number[] = [];
  let now = state;
  for (const to of steps) {
    now = reduce(now, { type: "moved", to });
    places.push(now.active);
  }
  return places;
}

test("down goes through the hits and back to the text field", () => {
  expect(walk(withHits("1", "2"), "next", "next", "next", "next")).toEqual([0, 1, -1, 0]);
});

test("up goes the other way round", () => {
  expect(walk(withHits("1", "2"), "previous", "previous", "previous")).toEqual([1, 0, -1]);
});

test("first and last are the ends of the list", () => {
  expect(walk(withHits("1", "2", "3"), "last", "first", "none")).toEqual([2, 0, -1]);
});

test("without hits every step stays in the text field", () => {
  const places = walk(withHits(), "next", "previous", "first", "last");
  expect(places).toEqual([-1, -1, -1, -1]);
});

test("typing and closing return to the text field", () => {
  const on = reduce(withHits("1", "2"), { type: "moved", to: "last" });
  expect(reduce(on, { type: "typed", query: "chairs", composing: false }).active).toBe(-1);
  expect(reduce(on, { type: "closed" }).active).toBe(-1);
});
