import { afterAll, beforeAll, expect, test } from "vitest";
import { options, Shop, settled } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

test("the panel stands still while the engine loads", async () => {
  const page = await shop.visit("about:blank");
  await page.addInitScript(() => {
    const moved: number[] = [];
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
      // What moves within half a second of a key moves because of it.
      for (const { value, hadRecentInput } of entries) if (!hadRecentInput) moved.push(value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.route(/lexicon/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto("/");
  await page.locator("#search").click();
  // No table of first answers has it.
  await page.keyboard.type("teal sofa bed");
  await options(page).first().waitFor();
  await settled(page);
  const moved = await page.evaluate(() => (globalThis as unknown as { moved: number[] }).moved);
  // A row of suggestions may come; the column of filters, which was 0.12, must not.
  expect(moved.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.05);
  await page.context().close();
});
