import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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

test("a next page that cannot be loaded leaves the hits that are there, and can be had again", async () => {
  await type("oak");
  await options(page).first().waitFor();
  await settled(page);
  const before = await options(page).count();
  await page.context().route(/\/bundle\/cards/, (route) => route.abort());
  await panel().getByRole("button", { name: "Show more" }).click();
  const said = panel().getByText("More products could not be loaded.").first();
  const grown = options(page).nth(before);
  await said.or(grown).waitFor();
  // A small catalogue may have every card at hand already; then there is nothing to fail.
  if (await grown.isVisible()) return;
  expect(await options(page).count()).toBe(before);
  await page.context().unroute(/\/bundle\/cards/);
  await panel().getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(before);
});
