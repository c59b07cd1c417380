import { expect } from "vitest";
import { test } from "./fixture.ts";
import { options, search } from "./shop.ts";

const LINE = "No product has all the words. These have some.";

test("where no product has all the words, those with some are shown, and it is said", async ({ page }) => {
  await search(page, "velvet kettle");
  await expect.poll(() => page.getByText(LINE).count()).toBe(1);
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("nothing is said where a product has all the words", async ({ page }) => {
  await search(page, "velvet armchair");
  expect(await options(page).count()).toBeGreaterThan(0);
  expect(await page.getByText(LINE).count()).toBe(0);
});

test("nonsense finds nothing, and nothing is said of some words", async ({ page }) => {
  await search(page, "xyzzyq frobnitzq");
  await expect.poll(() => page.getByText("Nothing found for").count()).toBeGreaterThan(0);
  expect(await page.getByText(LINE).count()).toBe(0);
});
