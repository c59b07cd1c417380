import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Store } from "../../src/core/store.ts";
import { test } from "./fixture.ts";
import { devices, options, ranked, search, settled } from "./shop.ts";

test.override("path", "/category.html");

/** Puts all products into the page, by default eight at a time. */
async function browse(page: Page, paging: "more" | "infinite" | "pages", limit = 8) {
  await page.goto("/");
  await page.locator("main").evaluate((main) => main.replaceChildren(document.createElement("article")));
  const asked = { into: "main article", bundle: "bundle/", limit, paging };
  // As text, because the test's own module loader would take the import for its own.
  await page.evaluate(`import("/vitrine.js").then(({ results }) => void results(${JSON.stringify(asked)}))`);
  const paged = () =>
    page.evaluate(() => document.querySelector<Element & { store: Store }>("vitrine-results-view")?.store.state.paging);
  await expect.poll(paged).toBe(paging);
  await page.locator(".foot").waitFor();
}

const tiles = (page: Page) => page.locator(".vitrine-tile");
const titles = (page: Page) => tiles(page).locator(".title").allTextContents();
const shown = async (page: Page) => (await page.locator(".shown").textContent())?.trim();

test("page by page, a press shows the next hits from their top, and no hit twice", async ({ page }) => {
  await browse(page, "pages");
  const first = await titles(page);
  await page.getByRole("button", { name: "Next page" }).click();
  await expect.poll(() => shown(page)).toBe("9 – 16 of 743");
  const second = await titles(page);
  expect(second).toHaveLength(8);
  expect(second.filter((title) => first.includes(title))).toEqual([]);
  const top = await page.locator("vitrine-results-view").evaluate((view) => view.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(-1);
  expect(top).toBeLessThan(700);
  expect(await page.locator("[aria-current=page]").textContent()).toMatch(/^\s*2\s*$/);
});

test("the first and the last page have nothing before and behind them", async ({ page }) => {
  await browse(page, "pages");
  expect(await page.getByRole("button", { name: "Previous page" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Page 93" }).click();
  await expect.poll(() => shown(page)).toBe("737 – 743 of 743");
  expect(await page.getByRole("button", { name: "Next page" }).isDisabled()).toBe(true);
});

test("by scrolling, further hits come for a few pages; then a button asks", async ({ page }) => {
  await browse(page, "infinite");
  const end = () => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect
    .poll(
      async () => {
        await end();
        return tiles(page).count();
      },
      { timeout: 15_000 },
    )
    .toBe(32);
  await end();
  await page.waitForTimeout(300);
  expect(await tiles(page).count()).toBe(32);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => tiles(page).count()).toBeGreaterThan(32);
});

test("who saves data is asked before anything more is fetched", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await page.reload();
  await browse(page, "infinite");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(400);
  expect(await tiles(page).count()).toBe(8);
  await page.getByRole("button", { name: "Show more" }).waitFor();
});

test("further hits move nothing that is there", async ({ page }) => {
  await browse(page, "infinite", 24);
  // The second stage of the ranking puts what is there in another order.
  await ranked(page);
  await page.evaluate(() => {
    const seen = window as unknown as { shifts: number };
    seen.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.shifts += entry.value;
    }).observe({ type: "layout-shift" });
  });
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 500);
      return tiles(page).count();
    })
    .toBeGreaterThan(24);
  await settled(page);
  expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
});

test("the layout is the shopper's choice, and the device keeps it for the page", async ({ page }) => {
  const card = () => page.locator("vitrine-card").first();
  await card().waitFor();
  expect(await card().getAttribute("layout")).toBe("tile");
  await page.getByRole("button", { name: "List" }).click();
  expect(await card().getAttribute("layout")).toBe("row");
  await page.reload();
  await card().waitFor();
  expect(await card().getAttribute("layout")).toBe("row");
  expect(await page.getByRole("button", { name: "List" }).getAttribute("aria-pressed")).toBe("true");
});

test("the panel has a grid too, which the arrow keys walk through", async ({ page }) => {
  await page.goto("/");
  await search(page, "oak");
  await page.locator("vitrine-panel").getByRole("button", { name: "Grid" }).click();
  expect(await options(page).first().locator("vitrine-card").getAttribute("layout")).toBe("tile");
  const [a, b] = await Promise.all([options(page).nth(0).boundingBox(), options(page).nth(1).boundingBox()]);
  expect(a?.y).toBe(b?.y);
  await page.locator("#search").focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => options(page).last().getAttribute("aria-selected")).toBe("true");
});

test("on a phone every page is a press of 44 pixels away", async ({ shop }) => {
  const page = await shop.visit("/category.html", devices.phone);
  await browse(page, "pages");
  const controls = page.locator("vitrine-results-view :is(.page, .layout)");
  const boxes = await controls.evaluateAll((all) =>
    all.map((c) => c.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
  );
  expect(boxes.length).toBeGreaterThan(6);
  expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
});

test("how many hits are shown is said below them only where one page does not hold all", async ({ page }) => {
  await page.goto("/search.html?q=lamp");
  await settled(page);
  expect(await shown(page)).toMatch(/^\d+ of 44$/);
  await page.goto("/search.html?q=hammock");
  await settled(page);
  expect(await tiles(page).count()).toBeLessThan(24);
  expect(await page.locator(".foot").count()).toBe(1);
  expect(await page.locator(".shown").count()).toBe(0);
});
