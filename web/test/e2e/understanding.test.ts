import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { search, settled } from "./shop.ts";

const panel = (page: Page) => page.locator("vitrine-panel");
const total = async (page: Page) => Number.parseInt((await panel(page).locator(".total").textContent()) ?? "", 10);

test("a price in the words is a chip, and removing it takes the words out of the text field", async ({ page }) => {
  await search(page, "oak");
  const all = await total(page);
  await page.locator("#search").fill("");
  await search(page, "oak under $200");
  expect(await total(page)).toBeLessThan(all);
  const prices = await panel(page).locator("[role=option] .now").allTextContents();
  expect(prices.length).toBeGreaterThan(0);
  for (const price of prices) expect(Number(price.replace(/[^\d.]/g, ""))).toBeLessThanOrEqual(200);
  const chip = panel(page).getByRole("button", { name: "Remove filter Up to $200" });
  expect(await chip.getAttribute("title")).toBe("Because you searched for “under $200”");
  await chip.click();
  await settled(page);
  expect(await page.locator("#search").inputValue()).toBe("oak");
  expect(await total(page)).toBe(all);
  expect(await panel(page).locator(".chip").count()).toBe(0);
});
