import { expect } from "vitest";
import { test } from "./fixture.ts";
import { options, search, settled } from "./shop.ts";

test("a misspelt word is read as one of the shop's, and the shopper can insist", async ({ page }) => {
  await search(page, "velvt armchair");
  await expect.poll(() => page.getByText("Showing results for “velvet armchair”.").count()).toBe(1);
  expect(await options(page).first().locator("mark").allTextContents()).toContain("armchair");
  await page.getByRole("button", { name: "Search for “velvt armchair” instead" }).click();
  await settled(page);
  await expect.poll(() => page.getByText("Showing results for").count()).toBe(0);
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("nothing is said of a query that is spelt as the shop does", async ({ page }) => {
  await search(page, "velvet armchair");
  expect(await page.getByText("Showing results for").count()).toBe(0);
});
