import { AxeBuilder } from "@axe-core/playwright";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devices, options, picture, Shop, settled } from "./shop.ts";
import { states, type } from "./states.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

/** Also those that axe leaves off: experimental ones, best practices and WCAG's AAA. */
const everyRule = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));

for (const [device, options] of Object.entries(devices)) {
  for (const colorScheme of ["light", "dark"] as const) {
    describe(`axe finds nothing on a ${device} in the ${colorScheme}`, () => {
      let page: Page;
      beforeAll(async () => {
        page = await shop.visit("/", { ...options, colorScheme, reducedMotion: "reduce" });
      });
      afterAll(() => page.context().close());

      test.each(Object.entries(states))("%s", async (state, reach) => {
        await reach(page);
        await picture(page, `${state}-${device}-${colorScheme}`);
        const { violations } = await new AxeBuilder({ page }).options({ rules: everyRule }).analyze();
        const found = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
        expect(found).toEqual([]);
      });
    });
  }
}

test("at 200 % zoom nothing is cut off sideways", async () => {
  const page = await shop.visit("/", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  await type(page, "oak");
  await options(page).first().waitFor();
  await picture(page, "results-zoomed");
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider).toBe(false);
  await page.context().close();
});

test("in forced colours the chosen hit can still be told from the others", async () => {
  const page = await shop.visit("/", { ...devices.desktop, forcedColors: "active" });
  await type(page, "oak");
  await page.keyboard.press("ArrowUp");
  await settled(page);
  await picture(page, "results-forced-colours");
  const outline = await options(page)
    .last()
    .evaluate((option) => getComputedStyle(option).outlineStyle);
  expect(outline).toBe("solid");
  await page.context().close();
});

test("a right-to-left page has the filters on the right and the prices on the left", async () => {
  const page = await shop.visit("/");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await type(page, "oak");
  const middle = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  await picture(page, "results-right-to-left");
  expect(await middle("vitrine-panel .facets")).toBeGreaterThan(await middle("[role=option] .picture"));
  expect(await middle("[role=option] .picture")).toBeGreaterThan(await middle("[role=option] .price"));
  await page.context().close();
});
