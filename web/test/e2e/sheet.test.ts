import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { devices, options, Shop, settled } from "./shop.ts";

let shop: Shop;
let page: Page;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  page = await shop.visit("/", devices.phone);
  return () => page.context().close();
});

const sheet = () => page.locator("dialog.sheet");
const field = () => page.getByRole("combobox", { name: "Search products" });

test("a tap on the field opens a sheet over the whole screen, with the focus in its own field", async () => {
  await page.locator("#search").tap();
  await sheet().waitFor();
  await settled(page);
  expect(await sheet().boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("the keyboard's way in opens it with the first letter, not with the focus", async () => {
  await page.locator("#search").focus();
  expect(await sheet().isVisible()).toBe(false);
  await page.keyboard.type("l");
  await sheet().waitFor();
  await page.keyboard.type("amp");
  await settled(page);
  expect(await field().inputValue()).toBe("lamp");
});

test("closing returns the focus and the text to the shop's field", async () => {
  await page.locator("#search").tap();
  await page.keyboard.type("lamp");
  await settled(page);
  await page.getByRole("button", { name: "Close search" }).tap();
  await sheet().waitFor({ state: "hidden" });
  expect(await page.locator("#search").inputValue()).toBe("lamp");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
});

test("Enter sends what was typed to the shop's own form", async () => {
  await page.locator("#search").tap();
  await page.keyboard.type("lamp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
});

test("the filters take the place of the hits and lead back to them", async () => {
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

test("everything to tap is at least 44 pixels high, and no text is small enough to make a phone zoom in", async () => {
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

test("nothing complained", () => {
  expect(shop.complaints).toEqual([]);
});
