/** The demo shop's pages beside the search: its basket and a product that it does not have. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";

test.override("path", "/product.html?id=sofa-01");
test.override("mayComplainOf", /status of 404/); // the product that is not there

const put = (page: Page, name: string) => page.getByRole("button", { name }).click();
const cents = async (page: Page, place: string) =>
  Number((await page.locator(place).textContent())?.replace(/\D/g, ""));

test("one product twice is one line with the price of both, and the badge counts it twice", async ({ page }) => {
  await put(page, "Add to basket");
  await put(page, "In your basket");
  expect(await page.locator("[data-basket-count]").textContent()).toBe("2");
  const price = await cents(page, "[data-price] b");
  await page.getByRole("link", { name: "See the basket" }).click();
  await page.waitForURL(/basket/);
  expect(await page.locator(".lines li").count()).toBe(1);
  expect(await page.locator(".lines p").textContent()).toMatch(/ · × 2$/);
  expect(await cents(page, ".lines li > b")).toBe(2 * price);
  expect(await cents(page, ".total b")).toBe(2 * price);
});

test("an empty basket and a product that is not there lead to all products", async ({ page }) => {
  for (const address of ["/basket.html", "/product.html?id=none"]) {
    await page.goto(address);
    await page.locator("main").getByRole("link", { name: "All products" }).click();
    await page.waitForURL(/search\.html$/);
  }
});
