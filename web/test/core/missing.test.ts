/** Hits whose display cards cannot be had are left out of a page, and counted. */
import { expect, test } from "vitest";
import { isComplete, pageOf, pageReached } from "../../src/core/paging.ts";
import { type Event, reduce } from "../../src/core/reduce.ts";
import { initialState, type State } from "../../src/core/state.ts";
import { response } from "./searcher.ts";

const then = (state: State, ...events: Event[]) => events.reduce(reduce, state);
const typed = then(initialState(4), { type: "typed", query: "sofa", composing: false });
/** Of a page of four one is missing, of nine in all. */
const lacking = then(typed, {
  type: "answered",
  request: 1,
  response: { ...response("sofa", ["1", "2", "4"], 9), missing: 1 },
});

test("the next page begins after those that are missing", () => {
  expect(lacking.status).toBe("ready");
  expect(pageOf(then(lacking, { type: "extended" }))).toEqual({ offset: 4, limit: 4 });
});

test("those of several pages are counted together", () => {
  const further = then(
    lacking,
    { type: "extended" },
    {
      type: "answered",
      request: 2,
      response: { ...response("sofa", ["5", "6"], 9), missing: 2 },
    },
  );
  const { results } = further;
  expect(results).toMatchObject({ missing: 3 });
  expect(results && [pageReached(results, 4), isComplete(results)]).toEqual([2, false]);
  expect(pageOf(then(further, { type: "extended" })).offset).toBe(8);
});

test("trying again asks for all pages anew, and what comes is whole", () => {
  const again = then(
    lacking,
    { type: "extended" },
    {
      type: "answered",
      request: 2,
      response: response("sofa", ["5", "6", "7", "8"], 9),
    },
    { type: "retried" },
  );
  expect(pageOf(again)).toEqual({ offset: 0, limit: 8 });
  const whole = ["1", "2", "3", "4", "5", "6", "7", "8"];
  const { results } = then(again, { type: "answered", request: 3, response: response("sofa", whole, 9) });
  expect(results?.hits.map(({ id }) => id)).toEqual(whole);
  expect(results?.missing).toBeUndefined();
});
