import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, type Shop, settled } from "./shop.ts";

async function visit(shop: Shop, path: string): Promise<Page> {
  const page = await shop.visit(path, devices.desktop);
  await hits(page).first().waitFor();
  await settled(page);
  return page;
}

const hits = (page: Page) => page.locator("vitrine-results .vitrine-tile");
const titles = (page: Page) =>
  page
    .locator("vitrine-results vitrine-card")
    .evaluateAll((cards) => cards.map((card) => card.shadowRoot?.textContent ?? ""));
const total = (page: Page) => page.locator("vitrine-results .total").textContent();
const address = (page: Page) => new URL(page.url()).search;
const field = (page: Page) => page.locator("#search");
const brand = (page: Page) =>
  page.locator("vitrine-results").getByRole("group", { name: "Brand", exact: true }).locator("label").first();

test("a link opens the search that it was copied from", async ({ shop }) => {
  const page = await visit(shop, "/search.html?q=lamp");
  await brand(page).click();
  await page.locator("vitrine-results").getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  const link = page.url();
  expect(new URL(link).search).toMatch(/^\?q=lamp&brand=[^&]+&sort=price_asc$/);
  const shown = await titles(page);
  expect(shown.length).toBeGreaterThan(0);
  await page.context().close();

  const other = await visit(shop, link);
  expect(await titles(other)).toEqual(shown);
  expect(await field(other).inputValue()).toBe("lamp");
  expect(await brand(other).locator("input").isChecked()).toBe(true);
});

test("Back and Forward lead through the choices, and choices stay what they are", async ({ shop }) => {
  const page = await visit(shop, "/search.html?q=lamp&tab=reviews");
  const all = await total(page);
  await brand(page).click();
  await settled(page);
  const filtered = await total(page);
  const narrowed = address(page);
  expect(narrowed).toMatch(/^\?tab=reviews&q=lamp&brand=/);
  expect(filtered).not.toBe(all);
  await page.goBack();
  await expect.poll(() => total(page)).toBe(all);
  expect(address(page)).toBe("?tab=reviews&q=lamp");
  expect(await brand(page).locator("input").isChecked()).toBe(false);
  await page.goForward();
  await expect.poll(() => total(page)).toBe(filtered);
  expect(address(page)).toBe(narrowed);
  expect(await brand(page).locator("input").isChecked()).toBe(true);
});

test("typing follows in the address without steps, and Enter makes one", async ({ shop }) => {
  const page = await visit(shop, "/search.html?q=lamp");
  const steps = await page.evaluate(() => history.length);
  await field(page).fill("");
  await field(page).pressSequentially("oak", { delay: 30 });
  await expect.poll(() => address(page)).toBe("?q=oak");
  await expect.poll(() => page.locator("h1").textContent()).toBe("Results for oak");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await field(page).press("Enter");
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  expect(address(page)).toBe("?q=oak");
  await page.goBack();
  await expect.poll(() => field(page).inputValue()).toBe("lamp");
  expect(address(page)).toBe("?q=lamp");
});

test("a filter means what was typed before it: Back leads to that, then to the search before", async ({ shop }) => {
  const page = await visit(shop, "/search.html?q=lamp");
  await field(page).fill("table");
  await settled(page);
  await expect.poll(() => hits(page).count()).toBeGreaterThan(0);
  await brand(page).click();
  await expect.poll(() => address(page)).toMatch(/^\?q=table&brand=/);
  await page.goBack();
  await expect.poll(() => address(page)).toBe("?q=table");
  await page.goBack();
  await expect.poll(() => address(page)).toBe("?q=lamp");
  await expect.poll(() => field(page).inputValue()).toBe("lamp");
});

test("Back from a product shows the hits that were there, where they were scrolled to", async ({ shop }) => {
  const page = await visit(shop, "/search.html?q=oak");
  await page.locator("vitrine-results").getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => hits(page).count()).toBeGreaterThan(24);
  await settled(page);
  const many = await hits(page).count();
  const last = hits(page).nth(many - 2);
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => address(page)).toContain("page=2");
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(500);
  await last.locator("a").click();
  await page.waitForURL(/product\.html/);
  await page.goBack();
  await expect.poll(() => hits(page).count()).toBe(many);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
});

test("Back within the page scrolls to where the step was", async ({ shop }) => {
  const page = await visit(shop, "/search.html");
  const kept = () => page.evaluate(() => (history.state as { vitrineScroll?: number } | null)?.vitrineScroll);
  await page.evaluate(() => scrollTo(0, 700));
  await expect.poll(kept).toBe(700);
  await page.locator("vitrine-results").getByLabel("Sort by").selectOption("price_desc");
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(kept).toBe(0);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
});

test("a storm of steps ends where it ends", async ({ shop }) => {
  const page = await visit(shop, "/search.html?q=lamp");
  const sort = page.locator("vitrine-results").getByLabel("Sort by");
  for (const order of ["price_asc", "price_desc", "relevance", "price_asc"]) await sort.selectOption(order);
  await page.evaluate(async () => {
    for (const by of [-1, -1, 1, -1, -1, 1]) {
      history.go(by);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  await expect.poll(() => address(page)).toBe("?q=lamp&sort=price_desc");
  await expect.poll(() => sort.inputValue()).toBe("price_desc");
  await settled(page);
  const prices = (await page.locator("vitrine-results vitrine-card .now").allTextContents()).map((text) =>
    Number(text.replace(/[^\d.]/g, "")),
  );
  expect(prices.length).toBeGreaterThan(5);
  expect(prices).toEqual([...prices].sort((a, b) => b - a));
});

test("a hostile address is a search without what makes no sense", async ({ shop }) => {
  const said = "<img src=x onerror=alert(1)> oak";
  const page = await visit(shop, `/search.html?price=9-1&sort=x&page=1e9&__proto__=1&q=${encodeURIComponent(said)}`);
  expect(await page.locator("h1").textContent()).toContain(said);
  expect(
    await page
      .locator("vitrine-results")
      .getByRole("button", { name: /^Remove filter/ })
      .count(),
  ).toBe(0);
  expect(await page.locator("vitrine-results").getByLabel("Sort by").inputValue()).toBe("relevance");
});

test("a category's page keeps its own parameter", async ({ shop }) => {
  const page = await visit(shop, "/category.html?c=Furniture");
  await page.locator("vitrine-results").getByLabel("Sort by").selectOption("price_asc");
  expect(address(page)).toBe("?c=Furniture&sort=price_asc");
});
