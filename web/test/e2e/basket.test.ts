/** The demo shop's pages beside the search: its basket and a product that it does not have. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Shop } from "./shop.ts";

let shop: Shop;
let page: Page;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  page = await shop.visit("/product.html?id=sofa-01");
  return () => page.context().close();
});

const put = (name: string) => page.getByRole("button", { name }).click();
const cents = async (place: string) => Number((await page.locator(place).textContent())?.replace(/\D/g, ""));

test("one product twice is one line with the price of both, and the badge counts it twice", async () => {
  await put("Add to basket");
  await put("In your basket");
  expect(await page.locator("[data-basket-count]").textContent()).toBe("2");
  const price = await cents("[data-price] b");
  await page.getByRole("link", { name: "See the basket" }).click();
  await page.waitForURL(/basket/);
  expect(await page.locator(".lines li").count()).toBe(1);
  expect(await page.locator(".lines p").textContent()).toMatch(/ · × 2$/);
  expect(await cents(".lines li > b")).toBe(2 * price);
  expect(await cents(".total b")).toBe(2 * price);
});

test("an empty basket and a product that is not there lead to all products", async () => {
  for (const address of ["/basket.html", "/product.html?id=none"]) {
    await page.goto(address);
    await page.locator("main").getByRole("link", { name: "All products" }).click();
    await page.waitForURL(/search\.html$/);
  }
});
