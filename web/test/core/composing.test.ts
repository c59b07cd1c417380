import { expect, test } from "vitest";
import { reduce } from "../../src/core/reduce.ts";
import { initialState } from "../../src/core/state.ts";

test("the letters of an unfinished pinyin word are not searched", () => {
  const state = ["s", "sh", "sha fa"].reduce(
    (now, query) => reduce(now, { type: "typed", query, composing: true }),
    initialState(10),
  );
  expect(state).toMatchObject({ composing: true, query: "", request: 0, open: false });
});

test("the finished word is searched once, although two events bring it", () => {
  let state = reduce(initialState(10), { type: "typed", query: "sha fa", composing: true });
  state = reduce(state, { type: "typed", query: "沙发", composing: false });
  state = reduce(state, { type: "typed", query: "沙发", composing: false });
  expect(state).toMatchObject({ composing: false, query: "沙发", request: 1, open: true });
});
