/** What a shopper sets for all pages: zoom, spacing, colours, motion, direction. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { outside } from "./layout.ts";
import { devices, options, picture, settled } from "./shop.ts";
import { type } from "./states.ts";

test("at 200 % zoom nothing is cut off sideways", async ({ shop }) => {
  const page = await shop.visit("/", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  await type(page, "oak");
  await options(page).first().waitFor();
  await picture(page, "results-zoomed");
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider).toBe(false);
});

test("in forced colours the chosen hit can still be told from the others", async ({ shop }) => {
  const page = await shop.visit("/", { ...devices.desktop, forcedColors: "active" });
  await type(page, "oak");
  await page.keyboard.press("ArrowUp");
  await settled(page);
  await picture(page, "results-forced-colours");
  const outline = await options(page)
    .last()
    .evaluate((option) => getComputedStyle(option).outlineStyle);
  expect(outline).toBe("solid");
});

test("a right-to-left page has the filters on the right and the prices on the left", async ({ page }) => {
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
});

test("at 400 % zoom everything is there and scrolls one way", async ({ shop }) => {
  const page = await shop.visit("/", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  await type(page, "oak");
  await picture(page, "results-zoomed-400");
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider).toBe(false);
  expect(await outside(page)).toEqual([]);
  const last = options(page).last();
  await last.scrollIntoViewIfNeeded();
  await picture(page, "results-zoomed-400-end");
  const box = await last.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeLessThan(256);
  await page.locator("vitrine-panel .filter").click();
  await settled(page);
  expect(await outside(page)).toEqual([]);
});

/** Sets the spacing of WCAG 1.4.12 in every tree of the page, as a shopper's extension does. */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
    const reach = (tree: Document | ShadowRoot) => {
      tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of tree.querySelectorAll("*")) if (shadowRoot) reach(shadowRoot);
    };
    reach(document);
  });
}

for (const [device, held] of Object.entries(devices)) {
  test(`with the widest spacing of text nothing is lost on a ${device}`, async ({ shop }) => {
    const page = await shop.visit("/", held);
    await type(page, "oak");
    await spaceOut(page);
    await settled(page);
    await picture(page, `results-spaced-${device}`);
    expect(await outside(page)).toEqual([]);
    const filters = page.locator("vitrine-panel .filter");
    if (await filters.isVisible()) await filters.click();
    await spaceOut(page);
    await picture(page, `filters-spaced-${device}`);
    expect(await outside(page)).toEqual([]);
  });
}

test("in forced colours every control has an edge, and what is chosen can be told", async ({ shop }) => {
  const page = await shop.visit("/", { ...devices.desktop, forcedColors: "active" });
  await type(page, "oak");
  const box = page.locator("vitrine-panel vitrine-facets-view input[type=checkbox]").first();
  await box.click();
  await settled(page);
  await picture(page, "filters-forced-colours");
  const edges = await page
    .locator("vitrine-panel :is(.chip:not(.all), select, .vitrine-suggestion, .overlay)")
    .evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => getComputedStyle(e).borderTopStyle));
  expect(edges.length).toBeGreaterThan(2);
  expect(new Set(edges)).toEqual(new Set(["solid"]));
});

test("with reduced motion nothing moves by itself", async ({ shop }) => {
  const page = await shop.visit("/", { ...devices.desktop, reducedMotion: "reduce" });
  await page.route(/\/bundle\/(?!manifest)/, () => undefined);
  await page.locator("#search").click();
  await page.keyboard.type("oak");
  await page.locator("vitrine-panel :is(.overlay, .sheet)").waitFor();
  await page.waitForTimeout(600);
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === "running" && Number(effect?.getComputedTiming().duration) > 1)
      .map((animation) => (animation as CSSAnimation).animationName),
  );
  expect(moving).toEqual([]);
});
