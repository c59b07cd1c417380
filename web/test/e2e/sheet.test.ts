import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options, settled } from "./shop.ts";

test.override("device", devices.phone);

const sheet = (page: Page) => page.locator("dialog.sheet");
const field = (page: Page) => page.getByRole("combobox", { name: "Search products" });

test("a tap on the field opens a sheet over the whole screen, with the focus in its own field", async ({ page }) => {
  await page.locator("#search").tap();
  await sheet(page).waitFor();
  await settled(page);
  expect(await sheet(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("the keyboard's way in opens it with the first letter, not with the focus", async ({ page }) => {
  await page.locator("#search").focus();
  expect(await sheet(page).isVisible()).toBe(false);
  await page.keyboard.type("l");
  await sheet(page).waitFor();
  await page.keyboard.type("amp");
  await settled(page);
  expect(await field(page).inputValue()).toBe("lamp");
});

test("closing returns the focus and the text to the shop's field", async ({ page }) => {
  await page.locator("#search").tap();
  await page.keyboard.type("lamp");
  await settled(page);
  await page.getByRole("button", { name: "Close search" }).tap();
  await sheet(page).waitFor({ state: "hidden" });
  expect(await page.locator("#search").inputValue()).toBe("lamp");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
});

test("Enter sends what was typed to the shop's own form", async ({ page }) => {
  await page.locator("#search").tap();
  await page.keyboard.type("lamp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
});

test("the filters take the place of the hits and lead back to them", async ({ page }) => {
  await page.locator("#search").tap();
  await page.keyboard.type("oak");
  await settled(page);
  await page.getByRole("button", { name: "Filters" }).tap();
  expect(await options(page).first().isVisible()).toBe(false);
  await page.locator("vitrine-panel vitrine-facets-view label").first().tap();
  await settled(page);
  await page.getByRole("button", { name: /^Show \d+ results?$/ }).tap();
  expect(await options(page).first().isVisible()).toBe(true);
  await page.getByRole("button", { name: "Filters (1)" }).waitFor();
});

test("everything to tap is at least 44 pixels high, and no text is small enough to make a phone zoom in", async ({
  page,
}) => {
  await page.locator("#search").tap();
  await page.keyboard.type("oak");
  await settled(page);
  await page.getByRole("button", { name: "Filters" }).tap();
  await page.locator("vitrine-panel vitrine-facets-view label").first().tap();
  await settled(page);
  const controls = page.locator(
    "vitrine-panel :is(button, select, summary, label:not(.sort), input:not([type=checkbox], [type=radio]))",
  );
  const low: string[] = [];
  for (const control of await controls.all()) {
    if (!(await control.isVisible())) continue;
    const box = await control.boundingBox();
    if ((box?.height ?? 0) < 43.5) low.push(`${await control.textContent()}: ${box?.height}`);
  }
  expect(low).toEqual([]);
  const sizes = await page
    .locator("vitrine-panel :is(select, input:not([type=checkbox], [type=radio], [type=range]))")
    .evaluateAll((all) => all.map((input) => Number.parseFloat(getComputedStyle(input).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
});
