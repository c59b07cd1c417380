import { expect, test } from "vitest";
import { percentile, rounds, summary } from "../../bench/statistics.mjs";

test("a percentile is the nearest rank", () => {
  const values = [15, 20, 35, 40, 50];
  expect(percentile(values, 0.3)).toBe(20);
  expect(percentile(values, 0.5)).toBe(35);
  expect(percentile(values, 1)).toBe(50);
  expect(percentile([7], 0.95)).toBe(7);
});

test("a percentile of nothing is an error, not a zero", () => {
  expect(() => percentile([], 0.5)).toThrow("percentile of no values");
});

test("values are ordered as numbers and left as they came", () => {
  const values = [100, 9, 20];
  expect(summary(values)).toEqual({ count: 3, p50: 20, p95: 100, p99: 100, max: 100 });
  expect(values).toEqual([100, 9, 20]);
});

test("few queries are asked in several whole rounds, many in one", () => {
  expect(rounds(["a", "b", "c"])).toHaveLength(501);
  expect(rounds(["a", "b", "c"]).slice(0, 4)).toEqual(["a", "b", "c", "a"]);
  expect(rounds(["a", "b", "c"], 4)).toHaveLength(6);
  expect(rounds(["a", "b", "c"], 2)).toHaveLength(3);
  const many = Array.from({ length: 600 }, (_, i) => `query ${i}`);
  expect(rounds(many)).toEqual(many);
});
