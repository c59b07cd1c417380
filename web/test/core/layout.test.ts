import { expect, test } from "vitest";
import { LayoutMemory } from "../../src/core/layout.ts";

function shelf(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

test("what is chosen on a page is kept apart from what is chosen in the panel", () => {
  const device = shelf();
  new LayoutMemory(() => device, "page").keep("list");
  expect(new LayoutMemory(() => device, "page").recall()).toBe("list");
  expect(new LayoutMemory(() => device, "panel").recall()).toBeUndefined();
});

test("what another script left there is no choice", () => {
  const device = shelf({ "vitrine:layout:page": "carousel" });
  expect(new LayoutMemory(() => device, "page").recall()).toBeUndefined();
});

test("a blocked storage keeps nothing and stops nothing", () => {
  const blocked = new LayoutMemory(() => {
    throw new DOMException("denied", "SecurityError");
  }, "panel");
  blocked.keep("grid");
  expect(blocked.recall()).toBeUndefined();
});
