import { afterAll, beforeAll, expect, test } from "vitest";
import { options, Shop, search } from "./shop.ts";

const LINE = "No product has all the words. These have some.";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

test("where no product has all the words, those with some are shown, and it is said", async () => {
  const page = await shop.visit("/");
  await search(page, "velvet kettle");
  await expect.poll(() => page.getByText(LINE).count()).toBe(1);
  expect(await options(page).count()).toBeGreaterThan(0);
  await page.context().close();
});

test("nothing is said where a product has all the words", async () => {
  const page = await shop.visit("/");
  await search(page, "velvet armchair");
  expect(await options(page).count()).toBeGreaterThan(0);
  expect(await page.getByText(LINE).count()).toBe(0);
  await page.context().close();
});

test("nonsense finds nothing, and nothing is said of some words", async () => {
  const page = await shop.visit("/");
  await search(page, "xyzzyq frobnitzq");
  await expect.poll(() => page.getByText("Nothing found for").count()).toBeGreaterThan(0);
  expect(await page.getByText(LINE).count()).toBe(0);
  await page.context().close();
});
