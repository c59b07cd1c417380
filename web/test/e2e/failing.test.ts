import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { violations } from "../axe.ts";
import { options, picture, Shop, settled } from "./shop.ts";

let shop: Shop;
let page: Page;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  page = await shop.visit("/");
  return () => page.context().close();
});

async function type(text: string) {
  await page.locator("#search").click();
  await page.keyboard.type(text);
}

const panel = () => page.locator("vitrine-panel");

/** Serves the files of the bundle that match with every byte in their middle turned round. */
async function corrupt(pattern: RegExp): Promise<() => Promise<void>> {
  await page.context().route(pattern, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    for (let i = body.length >> 2; i < body.length >> 1; i++) body[i] = (body[i] ?? 0) ^ 0xff;
    await route.fulfill({ response, body });
  });
  return () => page.context().unroute(pattern);
}

test.each([
  ["a part of the bundle is corrupt", /\/bundle\/lexicon/],
  ["the manifest is corrupt", /\/bundle\/manifest\.json/],
])("where %s, the panel says so, and trying again mends it", async (_, pattern) => {
  const mend = await corrupt(pattern);
  await type("lamp");
  await panel().getByRole("heading", { name: "Search is not available right now" }).waitFor();
  await picture(page, "corrupt-desktop");
  await mend();
  await panel().getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
});

test("where the bundle is missing, the shop's own search is a press away", async () => {
  await page.context().route(/\/bundle\//, (route) => route.fulfill({ status: 404, body: "" }));
  await type("lamp");
  await panel().getByRole("button", { name: "Search the whole shop" }).click();
  await page.waitForURL(/search\.html\?q=lamp/);
});

test("where some products cannot be loaded the others are shown, and trying again brings all", async () => {
  // Those of "oak" lie in three chunks of cards.
  await page.context().route(/\/bundle\/cards-001/, (route) => route.abort());
  await type("oak");
  const said = panel().getByText("More products could not be loaded.").first();
  await said.waitFor();
  const there = await options(page).count();
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(24);
  await picture(page, "missing-desktop");
  expect(await violations(page)).toEqual([]);
  await page.context().unroute(/\/bundle\/cards-001/);
  await expect
    .poll(async () => {
      const again = panel().getByRole("button", { name: "Try again" });
      if (await again.isVisible()) await again.click();
      await settled(page);
      return options(page).count();
    })
    .toBe(24);
  expect(await said.isVisible()).toBe(false);
});

test("a next page that cannot be loaded leaves the hits that are there, and can be had again", async () => {
  await type("oak");
  await options(page).first().waitFor();
  await settled(page);
  const before = await options(page).count();
  await page.context().route(/\/bundle\/cards/, (route) => route.abort());
  await panel().getByRole("button", { name: "Show more" }).click();
  const said = panel().getByText("More products could not be loaded.").first();
  const grown = options(page).nth(before);
  await said.or(grown).first().waitFor();
  // A small catalogue may have cards at hand already; then some come, or there is nothing to fail.
  if (await grown.isVisible()) return;
  expect(await options(page).count()).toBe(before);
  await page.context().unroute(/\/bundle\/cards/);
  await panel().getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(before);
});
