import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { options, Shop, search, settled } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

/** Holds back the chunks of cards that are asked for, until let go. */
async function holdCards(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let holding = true;
  await page.context().route(/\/bundle\/cards/, async (route) => {
    if (holding) held.push(route);
    else await route.continue();
  });
  return async () => {
    holding = false;
    await Promise.all(held.map((route) => route.continue()));
  };
}

test("the answer to a text that was typed over never shows", async () => {
  const page = await shop.visit("/");
  const letGo = await holdCards(page);
  await page.locator("#search").click();
  await page.keyboard.type("sofa");
  await page.locator("vitrine-results-view .frame[aria-busy=true]").waitFor();
  await page.locator("#search").fill("rug");
  await letGo();
  await settled(page);
  const titles = await options(page).locator(".title").allTextContents();
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.join(" ").toLowerCase()).toContain("rug");
  const marks = await options(page).locator("mark").allTextContents();
  expect(marks.map((mark) => mark.toLowerCase())).not.toContain("sofa");
  await page.context().close();
});

test("the last hits stay in sight while the next ones are awaited", async () => {
  const page = await shop.visit("/");
  await search(page, "sofa");
  const before = await options(page).count();
  await page.context().route(/\/bundle\/cards/, () => undefined);
  await page.keyboard.type(" bed");
  expect(await options(page).count()).toBeGreaterThan(0);
  expect(before).toBeGreaterThan(0);
  await page.context().close();
});
