import type { Page } from "playwright-core";
import { expect } from "vitest";
import { violations } from "../axe.ts";
import { test } from "./fixture.ts";
import { options, picture, settled } from "./shop.ts";

test.override("mayComplainOf", /status of 404/); // the bundle that is missing

async function type(page: Page, text: string) {
  await page.locator("#search").click();
  await page.keyboard.type(text);
}

const panel = (page: Page) => page.locator("vitrine-panel");

/** Serves the files of the bundle that match with every byte in their middle turned round. */
async function corrupt(page: Page, pattern: RegExp): Promise<() => Promise<void>> {
  await page.context().route(pattern, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    for (let i = body.length >> 2; i < body.length >> 1; i++) body[i] = (body[i] ?? 0) ^ 0xff;
    await route.fulfill({ response, body });
  });
  return () => page.context().unroute(pattern);
}

test.for([
  ["a part of the bundle is corrupt", /\/bundle\/lexicon/],
  ["the manifest is corrupt", /\/bundle\/manifest\.json/],
] as const)("where %s, the panel says so, and trying again mends it", async ([_, pattern], { page }) => {
  const mend = await corrupt(page, pattern);
  await type(page, "lamp");
  await panel(page).getByRole("heading", { name: "Search is not available right now" }).waitFor();
  await picture(page, "corrupt-desktop");
  await mend();
  await panel(page).getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
});

test("where the bundle is missing, the shop's own search is a press away", async ({ page }) => {
  await page.context().route(/\/bundle\//, (route) => route.fulfill({ status: 404, body: "" }));
  await type(page, "lamp");
  await panel(page).getByRole("button", { name: "Search the whole shop" }).click();
  await page.waitForURL(/search\.html\?q=lamp/);
});

test("where some products cannot be loaded the others are shown, and trying again brings all", async ({ page }) => {
  // Those of "oak" lie in three chunks of cards.
  await page.context().route(/\/bundle\/cards-001/, (route) => route.abort());
  await type(page, "oak");
  const said = panel(page).getByText("More products could not be loaded.").first();
  await said.waitFor();
  const there = await options(page).count();
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(24);
  await picture(page, "missing-desktop");
  expect(await violations(page)).toEqual([]);
  await page.context().unroute(/\/bundle\/cards-001/);
  await expect
    .poll(async () => {
      const again = panel(page).getByRole("button", { name: "Try again" });
      if (await again.isVisible()) await again.click();
      await settled(page);
      return options(page).count();
    })
    .toBe(24);
  expect(await said.isVisible()).toBe(false);
});

test("a next page that cannot be loaded leaves the hits that are there, and can be had again", async ({ page }) => {
  await type(page, "oak");
  await options(page).first().waitFor();
  await settled(page);
  const before = await options(page).count();
  await page.context().route(/\/bundle\/cards/, (route) => route.abort());
  await panel(page).getByRole("button", { name: "Show more" }).click();
  const said = panel(page).getByText("More products could not be loaded.").first();
  const grown = options(page).nth(before);
  await said.or(grown).first().waitFor();
  // A small catalogue may have cards at hand already; then some come, or there is nothing to fail.
  if (await grown.isVisible()) return;
  expect(await options(page).count()).toBe(before);
  await page.context().unroute(/\/bundle\/cards/);
  await panel(page).getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(before);
});
