import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { options, Shop, search, settled } from "./shop.ts";

let shop: Shop;
let page: Page;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  page = await shop.visit("/");
  await search(page, "oak");
  return () => page.context().close();
});

const panel = () => page.locator("vitrine-panel");
const group = (name: string) => panel().getByRole("group", { name, exact: true });
const total = async () => Number.parseInt((await panel().locator(".total").textContent()) ?? "", 10);
const count = async (label: ReturnType<Page["locator"]>) =>
  Number.parseInt((await label.locator(".count").textContent()) ?? "", 10);

test("a facet's count is the number of hits that choosing it leaves", async () => {
  const label = group("Category").locator("label").first();
  const promised = await count(label);
  await label.click();
  await settled(page);
  expect(await total()).toBe(promised);
});

test("a second value of the same facet adds its hits", async () => {
  const labels = group("Brand").locator("label");
  const promised = (await count(labels.nth(0))) + (await count(labels.nth(1)));
  await labels.nth(0).click();
  await labels.nth(1).click();
  await settled(page);
  expect(await total()).toBe(promised);
  expect(
    await panel()
      .getByRole("button", { name: /^Remove filter/ })
      .count(),
  ).toBe(2);
});

test("a price range leaves only prices within it", async () => {
  const label = group("Price").locator("label").nth(2);
  const promised = await count(label);
  const [low, high] = ((await label.locator(".name").textContent()) ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
  await label.click();
  await settled(page);
  expect(await total()).toBe(promised);
  const prices = await panel().locator("[role=option] .now").allTextContents();
  expect(prices.length).toBeGreaterThan(0);
  for (const price of prices.map((text) => Number(text.replace(/[^\d.]/g, "")))) {
    expect(price).toBeGreaterThanOrEqual(low ?? Number.NaN);
    expect(price).toBeLessThanOrEqual(high ?? Number.NaN);
  }
});

test("the shopper's own price range is a chip that can be removed", async () => {
  const before = await total();
  await panel().getByLabel("Price: Lowest").fill("100");
  await panel().getByLabel("Price: Highest").fill("200");
  await panel().getByRole("button", { name: "Apply" }).click();
  await settled(page);
  expect(await total()).toBeLessThan(before);
  await panel().getByRole("button", { name: "Remove filter $100 – $200" }).click();
  await settled(page);
  expect(await total()).toBe(before);
});

test("clearing brings every hit back", async () => {
  const before = await total();
  await group("Category").locator("label").first().click();
  await group("Price").locator("label").nth(1).click();
  await settled(page);
  await panel().getByRole("button", { name: "Clear filters" }).click();
  await settled(page);
  expect(await total()).toBe(before);
});

test("sorting by price orders what is shown", async () => {
  await panel().getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  const prices = (await panel().locator("[role=option] .now").allTextContents()).map((text) =>
    Number(text.replace(/[^\d.]/g, "")),
  );
  expect(prices.length).toBeGreaterThan(5);
  expect(prices).toEqual([...prices].sort((a, b) => a - b));
});

test("more hits come after those that are there, each once", async () => {
  const first = await options(page).count();
  await panel().getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(first);
  await settled(page);
  const ids = await options(page).evaluateAll((all) => all.map((option) => (option as HTMLAnchorElement).href));
  expect(new Set(ids).size).toBe(ids.length);
});

test("where the filters leave nothing, the page says so and offers to clear them", async () => {
  await panel().getByLabel("Price: Lowest").fill("999999");
  await panel().getByRole("button", { name: "Apply" }).click();
  await panel().getByText("No product passes all the filters you chose.").waitFor();
  await panel().getByRole("button", { name: "Clear filters" }).last().click();
  await settled(page);
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("a word that no product has finds nothing, and all products are a press away", async () => {
  await page.locator("#search").fill("qzxqzxqzx");
  await panel().getByRole("heading", { name: "Nothing found for qzxqzxqzx" }).waitFor();
  await panel().getByRole("button", { name: "Show all products" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(10);
  expect(await page.locator("#search").inputValue()).toBe("");
});
