import { expect, test } from "vitest";
import { segments } from "../../src/core/highlight.ts";

const marked = (text: string, ranges: { start: number; end: number }[]) =>
  segments(text, ranges)
    .map((s) => (s.match ? `[${s.text}]` : s.text))
    .join("");

test("matches are cut out of the title", () => {
  expect(marked("Oak side table", [{ start: 4, end: 8 }])).toBe("Oak [side] table");
});

test("ranges count UTF-16 units, so an emoji is two", () => {
  expect(marked("🛋️ 布艺沙发", [{ start: 6, end: 8 }])).toBe("🛋️ 布艺[沙发]");
});

test.each([
  [
    "overlapping",
    [
      { start: 0, end: 3 },
      { start: 2, end: 5 },
    ],
    "[abc][de]f",
  ],
  [
    "in any order",
    [
      { start: 4, end: 5 },
      { start: 0, end: 1 },
    ],
    "[a]bcd[e]f",
  ],
  ["beyond the end", [{ start: 4, end: 99 }], "abcd[ef]"],
  ["outside", [{ start: 99, end: 120 }], "abcdef"],
  [
    "empty or turned round",
    [
      { start: 2, end: 2 },
      { start: 5, end: 1 },
    ],
    "abcdef",
  ],
  ["no numbers", [{ start: Number.NaN, end: Number.NaN }], "abcdef"],
  ["negative", [{ start: -3, end: 2 }], "[ab]cdef"],
])("ranges that are %s lose no text", (_, ranges, want) => {
  expect(marked("abcdef", ranges)).toBe(want);
});

test("a title with half a surrogate pair passes through unchanged", () => {
  const broken = "lamp \ud83d on";
  expect(
    segments(broken, [{ start: 0, end: 4 }])
      .map((s) => s.text)
      .join(""),
  ).toBe(broken);
});
