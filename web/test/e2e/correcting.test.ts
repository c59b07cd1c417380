import { afterAll, beforeAll, expect, test } from "vitest";
import { options, Shop, search, settled } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

test("a misspelt word is read as one of the shop's, and the shopper can insist", async () => {
  const page = await shop.visit("/");
  await search(page, "velvt armchair");
  await expect.poll(() => page.getByText("Showing results for “velvet armchair”.").count()).toBe(1);
  expect(await options(page).first().locator("mark").allTextContents()).toContain("armchair");
  await page.getByRole("button", { name: "Search for “velvt armchair” instead" }).click();
  await settled(page);
  await expect.poll(() => page.getByText("Showing results for").count()).toBe(0);
  expect(await options(page).count()).toBeGreaterThan(0);
  await page.context().close();
});

test("nothing is said of a query that is spelt as the shop does", async () => {
  const page = await shop.visit("/");
  await search(page, "velvet armchair");
  expect(await page.getByText("Showing results for").count()).toBe(0);
  await page.context().close();
});
