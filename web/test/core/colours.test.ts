import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { coloursOf, isOfColours } from "../../src/core/colours.ts";

const catalogues = join(import.meta.dirname, "../../../testdata/catalogues");

test.each(["en", "zh"])("every colour of the demo shop is known (%s)", (language) => {
  const lines = readFileSync(join(catalogues, `home-${language}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const names = new Set(lines.flatMap((line) => JSON.parse(line).attributes.colour ?? []));
  expect(names.size).toBeGreaterThan(30);
  expect([...names].filter((name) => coloursOf(String(name)).length !== 1)).toEqual([]);
});

test.each([
  ["Navy", "navy blue", "#2c3a52"],
  ["Gray", "grey", "#9e9e9e"],
  ["  Dove   Grey ", "dove-grey", "#c7c5c0"],
  ["Matt black", "black", "#1b1b1b"],
  ["Forest green", "forest", "#39523f"],
  ["哑光黑", "黑", "#1b1b1b"],
  ["白色", "白", "#ffffff"],
  ["深海军蓝", "navy", "color-mix(in srgb, #2c3a52 65%, #000)"],
])("%j is found", (name, _, colour) => {
  expect(coloursOf(name)).toEqual([colour]);
});

test("a shade is the colour mixed with white or black", () => {
  expect(coloursOf("Light green")).toEqual(["color-mix(in srgb, #3f8f4f 65%, #fff)"]);
  expect(coloursOf("深绿色")).toEqual(["color-mix(in srgb, #3f8f4f 65%, #000)"]);
});

test("two colours are two", () => {
  expect(coloursOf("Black / White")).toEqual(["#1b1b1b", "#ffffff"]);
  expect(coloursOf("navy and cream")).toEqual(["#2c3a52", "#f4ecd8"]);
});

test.each([
  "Autumn",
  "Paisley",
  "迷彩图案",
  "黑白",
  "",
  "Canvas",
  "inherit",
  "Black / Paisley",
  "light",
  "Brushed oak veneer",
])("%j has no colour rather than a wrong one", (name) => {
  expect(coloursOf(name)).toEqual([]);
});

test("the shop's own colours come first, whatever their case", () => {
  expect(coloursOf("Navy", { navy: "#123" })).toEqual(["#123"]);
  expect(coloursOf("dusty rose", { "Dusty Rose": "oklch(70% 0.1 10)" })).toEqual(["oklch(70% 0.1 10)"]);
});

test.each([
  [{ field: "colour", label: "Colour" }, true],
  [{ field: "attr_7", label: "颜色" }, true],
  [{ field: "farbe", label: "Farbe" }, true],
  [{ field: "material", label: "Material" }, false],
  [{ field: "feature", label: "特色" }, false],
])("%j is a facet of colours: %s", (info, is) => {
  expect(isOfColours(info)).toBe(is);
});
