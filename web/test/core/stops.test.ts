import { expect, test } from "vitest";
import { lowerStop, stopsBetween, upperStop } from "../../src/core/stops.ts";

test("the stops begin and end with the prices there are, and are round between", () => {
  expect(stopsBetween(12.95, 31)).toEqual([12.95, ...Array.from({ length: 18 }, (_, i) => 13 + i), 31]);
});

test.each([
  [0, 4000],
  [3.5, 19.99],
  [0.02, 0.3],
  [45, 120],
  [5, 250_000],
  [999, 1001],
])("from %d to %d they ascend, a few per cent apart, and are few enough for the arrow keys", (lowest, highest) => {
  const stops = stopsBetween(lowest, highest);
  expect(stops[0]).toBe(lowest);
  expect(stops.at(-1)).toBe(highest);
  expect(stops.length).toBeGreaterThan(2);
  expect(stops.length).toBeLessThan(400);
  for (const [i, stop] of stops.slice(1).entries()) {
    const before = stops[i] ?? Number.NaN;
    expect(stop).toBeGreaterThan(before);
    // The ends are as they are; between them a step is a twentieth or one unit.
    expect(stop - before).toBeLessThanOrEqual(Math.max(stop * 0.11, 1));
    if (i + 2 < stops.length) expect(String(stop).length).toBeLessThanOrEqual(8);
  }
});

test("one price has one stop", () => {
  expect(stopsBetween(5, 5)).toEqual([5]);
});

test("an end between two stops is not cut off by its thumb", () => {
  const stops = [10, 20, 30, 40];
  expect(lowerStop(stops, 25)).toBe(1);
  expect(upperStop(stops, 25)).toBe(2);
  expect([lowerStop(stops, 5), upperStop(stops, 99)]).toEqual([0, 3]);
  expect([lowerStop(stops, undefined), upperStop(stops, undefined)]).toEqual([0, 3]);
});
