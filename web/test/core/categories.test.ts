import { expect, test } from "vitest";
import { branches, leaf } from "../../src/core/category.ts";
import { toggle } from "../../src/core/filters.ts";

const values = [
  { value: "Furniture", count: 9 },
  { value: "Lighting", count: 6 },
  { value: "Furniture > Chairs", count: 5 },
  { value: "Furniture > Sofas", count: 4 },
  { value: "Lighting > Floor lamps", count: 3 },
];

const outline = (chosen: string[], scope?: string[]) =>
  branches(values, chosen, scope).map((b) => "-".repeat(b.depth) + b.name);

test("only the outermost categories are shown at first", () => {
  expect(outline([])).toEqual(["Furniture", "Lighting"]);
});

test("a chosen category shows what is below it, and what is chosen stays in sight", () => {
  const open = ["Furniture", "-Chairs", "-Sofas", "Lighting"];
  expect(outline(["Furniture"])).toEqual(open);
  expect(outline(["Furniture > Sofas"])).toEqual(open);
});

test("the only category opens by itself", () => {
  const only = values.filter((v) => v.value.startsWith("Lighting"));
  expect(branches(only, []).map((b) => b.name)).toEqual(["Lighting", "Floor lamps"]);
});

test("within a scope only what is below it is shown", () => {
  expect(outline([], ["Furniture"])).toEqual(["Chairs", "Sofas"]);
});

test("a category takes the place of the one above it or below it", () => {
  const furniture = toggle({}, "category", "Furniture");
  const chairs = toggle(furniture, "category", "Furniture > Chairs");
  expect(chairs).toEqual({ category: ["Furniture > Chairs"] });
  expect(toggle(chairs, "category", "Furniture")).toEqual(furniture);
  expect(toggle(chairs, "category", "Furniture > Sofas")["category"]).toHaveLength(2);
});

test("a value without a path is its own name", () => {
  expect(leaf("Oak")).toBe("Oak");
  expect(leaf("Garden > Tools > Spades")).toBe("Spades");
});
