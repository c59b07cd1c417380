import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { options, search, settled } from "./shop.ts";

test.beforeEach(({ page }) => search(page, "oak"));

const panel = (page: Page) => page.locator("vitrine-panel");
const group = (page: Page, name: string) => panel(page).getByRole("group", { name, exact: true });
const total = async (page: Page) => Number.parseInt((await panel(page).locator(".total").textContent()) ?? "", 10);
const count = async (label: ReturnType<Page["locator"]>) =>
  Number.parseInt((await label.locator(".count").textContent()) ?? "", 10);

test("a facet's count is the number of hits that choosing it leaves", async ({ page }) => {
  const label = group(page, "Category").locator("label").first();
  const promised = await count(label);
  await label.click();
  await settled(page);
  expect(await total(page)).toBe(promised);
});

test("a second value of the same facet adds its hits", async ({ page }) => {
  const labels = group(page, "Brand").locator("label");
  const promised = (await count(labels.nth(0))) + (await count(labels.nth(1)));
  await labels.nth(0).click();
  await labels.nth(1).click();
  await settled(page);
  expect(await total(page)).toBe(promised);
  expect(
    await panel(page)
      .getByRole("button", { name: /^Remove filter/ })
      .count(),
  ).toBe(2);
});

test("a price range leaves only prices within it", async ({ page }) => {
  const label = group(page, "Price").locator("label").nth(2);
  const promised = await count(label);
  const [low, high] = ((await label.locator(".name").textContent()) ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
  await label.click();
  await settled(page);
  expect(await total(page)).toBe(promised);
  const prices = await panel(page).locator("[role=option] .now").allTextContents();
  expect(prices.length).toBeGreaterThan(0);
  for (const price of prices.map((text) => Number(text.replace(/[^\d.]/g, "")))) {
    expect(price).toBeGreaterThanOrEqual(low ?? Number.NaN);
    expect(price).toBeLessThanOrEqual(high ?? Number.NaN);
  }
});

test("the shopper's own price range is a chip that can be removed", async ({ page }) => {
  const before = await total(page);
  await panel(page).getByLabel("Price: Lowest").fill("100");
  await panel(page).getByLabel("Price: Highest").fill("200");
  await panel(page).getByRole("button", { name: "Apply" }).click();
  await settled(page);
  expect(await total(page)).toBeLessThan(before);
  await panel(page).getByRole("button", { name: "Remove filter $100 – $200" }).click();
  await settled(page);
  expect(await total(page)).toBe(before);
});

test("clearing brings every hit back", async ({ page }) => {
  const before = await total(page);
  await group(page, "Category").locator("label").first().click();
  await group(page, "Price").locator("label").nth(1).click();
  await settled(page);
  await panel(page).getByRole("button", { name: "Clear filters" }).click();
  await settled(page);
  expect(await total(page)).toBe(before);
});

test("sorting by price orders what is shown", async ({ page }) => {
  await panel(page).getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  const prices = (await panel(page).locator("[role=option] .now").allTextContents()).map((text) =>
    Number(text.replace(/[^\d.]/g, "")),
  );
  expect(prices.length).toBeGreaterThan(5);
  expect(prices).toEqual([...prices].sort((a, b) => a - b));
});

test("more hits come after those that are there, each once", async ({ page }) => {
  const first = await options(page).count();
  await panel(page).getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(first);
  await settled(page);
  const ids = await options(page).evaluateAll((all) => all.map((option) => (option as HTMLAnchorElement).href));
  expect(new Set(ids).size).toBe(ids.length);
});

test("where the filters leave nothing, the page says so and offers to clear them", async ({ page }) => {
  await panel(page).getByLabel("Price: Lowest").fill("999999");
  await panel(page).getByRole("button", { name: "Apply" }).click();
  await panel(page).getByText("No product passes all the filters you chose.").waitFor();
  await panel(page).getByRole("button", { name: "Clear filters" }).last().click();
  await settled(page);
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("a word that no product has finds nothing, and all products are a press away", async ({ page }) => {
  await page.locator("#search").fill("qzxqzxqzx");
  await panel(page).getByRole("heading", { name: "Nothing found for qzxqzxqzx" }).waitFor();
  await panel(page).getByRole("button", { name: "Show all products" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(10);
  expect(await page.locator("#search").inputValue()).toBe("");
});
