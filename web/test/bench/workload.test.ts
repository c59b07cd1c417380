import { expect, test } from "vitest";
import { crc32, keystrokes, sample } from "../../bench/workload.mjs";

const queries = Array.from({ length: 300 }, (_, i) => ({ id: `q${i}`, text: `query ${i}` }));

test("the checksum is ISO 3309's", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
  expect(crc32("")).toBe(0);
  expect(crc32("沙发")).toBe(crc32("\u6c99\u53d1"));
});

test("a sample is the same whatever the order, and grows without losing any", () => {
  const small = sample(queries, 20);
  expect(small).toHaveLength(20);
  expect(sample([...queries].reverse(), 20)).toEqual(small);
  expect(sample(queries, 50).slice(0, 20)).toEqual(small);
  expect(small).not.toEqual(queries.slice(0, 20));
});

test("a sample of fewer queries is all of them", () => {
  expect(sample(queries.slice(0, 5), 20)).toHaveLength(5);
  expect(sample([], 20)).toEqual([]);
});

test("a query is typed letter by letter, and no letter is cut in two", () => {
  expect(keystrokes([{ id: "q1", text: "a 🪑b" }])).toEqual(["a", "a ", "a 🪑", "a 🪑b"]);
  expect(keystrokes([])).toEqual([]);
});
