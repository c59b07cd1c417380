/** Pages that the browser keeps whole and shows again on Back: the back/forward cache. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options, search, settled } from "./shop.ts";
import { visitTagged } from "./tagged.ts";

// Playwright switches the cache off by default.
test.override("launch", { ignoreDefaultArgs: ["--disable-back-forward-cache"] });

declare global {
  interface Window {
    /** Whether the page was shown again from the cache; absent in a page that was loaded. */
    shownAgain?: boolean;
  }
}

/** Has the page say later that it was kept. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      window.shownAgain = persisted;
    });
  });
}

/** Goes back to the page that is watched, which is not loaded again: Playwright's own way waits for that. */
async function back(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(() => history.back());
  await page.waitForURL(({ pathname }) => !pathname.includes("product"), { waitUntil: "commit" });
  await page.waitForFunction(() => document.visibilityState === "visible");
}

/** Why it was not kept, as the browser says. */
const reasons = (page: Page) =>
  page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation");
    return (entry as { notRestoredReasons?: unknown } | undefined)?.notRestoredReasons;
  });

const panel = (page: Page) => page.locator("vitrine-panel [part=panel]");
const shownAgain = (page: Page) => page.evaluate(() => window.shownAgain);

test("a page whose search was used is kept, and searches on with the engine that it has", async ({ page }) => {
  await watch(page);
  await search(page, "lamp");
  await options(page).first().click();
  await page.waitForURL(/product\.html/);
  await back(page);
  expect(await reasons(page)).toBeNull();
  expect(await shownAgain(page)).toBe(true);
  expect(await panel(page).isVisible()).toBe(false);

  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.locator("#search").click();
  await page.locator("#search").fill("rug");
  await settled(page);
  await expect.poll(() => options(page).first().locator(".title").textContent()).toMatch(/rug/i);
  expect(asked.filter((path) => /\.js$|\.wasm$|manifest/.test(path))).toEqual([]);
});

test("a panel that has an address is as it was left, down to where its list was scrolled to", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, `data-url="on"`);
  await watch(page);
  await search(page, "oak");
  const ninth = options(page).nth(9);
  await ninth.scrollIntoViewIfNeeded();
  const before = await ninth.boundingBox();
  await ninth.click();
  await page.waitForURL(/product\.html/);
  await back(page);
  expect(await shownAgain(page)).toBe(true);
  expect(await panel(page).isVisible()).toBe(true);
  expect(await ninth.boundingBox()).toEqual(before);
  expect(new URL(page.url()).search).toBe("?search.q=oak");
  await page.locator("#search").press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("a sheet leaves a page that can be scrolled", async ({ shop }) => {
  const page = await shop.visit("/", devices.phone);
  await watch(page);
  await page.locator("#search").tap();
  await page.keyboard.type("lamp");
  await settled(page);
  await options(page).first().tap();
  await page.waitForURL(/product\.html/);
  await back(page);
  expect(await shownAgain(page)).toBe(true);
  expect(await panel(page).isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe("");
  await page.locator("#search").tap();
  await panel(page).waitFor();
  await expect.poll(() => options(page).count()).toBeGreaterThan(0);
});

test("results in a page are kept with it", async ({ shop }) => {
  const page = await shop.visit("/search.html?q=oak");
  await watch(page);
  await settled(page);
  const titles = () => page.locator("vitrine-results vitrine-card .title").allTextContents();
  const shown = await titles();
  expect(shown.length).toBeGreaterThan(5);
  await page.locator("vitrine-results .vitrine-tile a").first().click();
  await page.waitForURL(/product\.html/);
  await back(page);
  expect(await shownAgain(page)).toBe(true);
  expect(await titles()).toEqual(shown);
  await page.locator("vitrine-results").getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  expect(await titles()).not.toEqual(shown);
});
