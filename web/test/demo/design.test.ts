import { expect, test } from "vitest";
import { contrast } from "../../demo/scripts/playground/contrast.js";
import {
  addressOf,
  declarations,
  plainDesign,
  readDesign,
  scriptTag,
  styleSheet,
} from "../../demo/scripts/playground/design.js";
import { looks } from "../../src/ui/looks.ts";

const names = Object.keys(looks);
const read = (address: string) => readDesign(new URLSearchParams(address), "en", names);

test("a design comes back from its address as it was", () => {
  const address = "look=warm&theme=dark&lang=zh-Hant&limit=12&font=serif&recent=off";
  const colours = "accent=0b6e4f-6fd3ae&text=101010&sale=-ff8800";
  const design = read(`${address}&${colours}&radius=8&density=1.15`);
  expect(design.colours).toEqual({
    accent: { light: "0b6e4f", dark: "6fd3ae" },
    text: { light: "101010" },
    sale: { dark: "ff8800" },
  });
  expect(readDesign(addressOf(design, "en"), "en", names)).toEqual(design);
});

test("the plain design has an empty address and nothing to add to a style sheet", () => {
  expect(addressOf(plainDesign("en"), "en").toString()).toBe("");
  expect(styleSheet(plainDesign("en"), looks.plain)).toBe("");
});

test("what makes no sense in an address is left out", () => {
  const hostile = "look=evil&theme=<b>&lang=xx&limit=1000&font=url(x)&accent=red;}*{&radius=999&density=x&text=12345";
  expect(read(hostile)).toEqual(plainDesign("en"));
});

test("a colour of one side keeps the look's on the other", () => {
  const design = read("look=warm&accent=-ffee00&radius=4&font=mono");
  expect(declarations(design, looks.warm).slice(0, 2)).toEqual([
    ["--vitrine-accent", `light-dark(${looks.warm.accent[0]}, #ffee00)`],
    ["--vitrine-radius", "4px"],
  ]);
});

test("the tag says what differs from its defaults", () => {
  expect(scriptTag(plainDesign("en"), "en")).not.toMatch(/data-(look|theme|lang|limit|recent)/);
  const tag = scriptTag(read("look=bold&theme=dark&lang=fr&limit=48&recent=off"), "en");
  for (const attribute of ['look="bold"', 'theme="dark"', 'lang="fr"', 'limit="48"', 'recent="off"']) {
    expect(tag).toContain(`data-${attribute}`);
  }
});

test("contrast is measured as WCAG says", () => {
  expect(contrast("000000", "ffffff")).toBeCloseTo(21);
  expect(contrast("ffffff", "ffffff")).toBe(1);
  // The grey that is known to be just readable on white.
  expect(contrast("ffffff", "767676")).toBeCloseTo(4.54, 2);
});
