/** What is offered before anything is typed, and what it takes to be offered it. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { VitrinePanel } from "../../src/ui/panel.ts";
import { devices, hold, options, picture, Shop, settled } from "./shop.ts";

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

const field = () => page.locator("#search");
const frame = () => page.locator("vitrine-panel :is(.overlay, .sheet)");
const categories = () => page.getByRole("group", { name: "Categories" }).locator(".vitrine-suggestion");

async function on(device: BrowserContextOptions): Promise<void> {
  await page.context().close();
  page = await shop.visit("/", device);
}

/** Waits until a panel that would open has opened. */
async function ready(): Promise<void> {
  await page.locator("vitrine-panel").waitFor({ state: "attached" });
  await page.waitForTimeout(300);
}

test.each(Object.entries(devices))(
  "on a %s a press offers the largest categories and products",
  async (name, device) => {
    await on(device);
    await field().click();
    await categories().first().waitFor();
    await settled(page);
    expect(await categories().count()).toBe(6);
    expect(await options(page).count()).toBeGreaterThan(5);
    await picture(page, `empty-field-${name}`);
  },
);

test("a category that is chosen shows all that is in it", async () => {
  await field().click();
  await categories().first().waitFor();
  await settled(page);
  const results = () => page.evaluate(() => document.querySelector<VitrinePanel>("vitrine-panel")?.store.state.results);
  const offered = (await results())?.facets["category"]?.find(({ value }) => value === "Lighting");
  expect(offered?.count).toBeGreaterThan(10);
  await categories().getByText("Lighting", { exact: true }).click();
  await settled(page);
  expect(await page.locator("vitrine-panel .chips .chip").first().textContent()).toContain("Lighting");
  expect((await results())?.total).toBe(offered?.count);
});

test("the focus alone opens nothing, nor does a page that focuses its field", async () => {
  await field().focus();
  await ready();
  expect(await frame().isVisible()).toBe(false);
  await page.context().route(`${shop.origin}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('id="search"', 'id="search" autofocus') });
  });
  await page.goto("/");
  await expect.poll(() => field().evaluate((input) => input.matches(":focus"))).toBe(true);
  await ready();
  expect(await frame().isVisible()).toBe(false);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.waitForTimeout(300);
  expect(await frame().isVisible()).toBe(false);
});

test("the down arrow opens it, also where it comes before the panel's code, and walks on into it", async () => {
  let arrive = () => {};
  const gone = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.context().route(/\/mount-\w+\.js/, async (route) => {
    await gone;
    await route.continue();
  });
  await field().focus();
  await page.keyboard.press("ArrowDown");
  arrive();
  await categories().first().waitFor();
  await settled(page);
  await page.keyboard.press("ArrowDown");
  const active = await field().getAttribute("aria-activedescendant");
  expect(active).toBe(await categories().first().getAttribute("id"));
  await page.keyboard.press("Escape");
  await frame().waitFor({ state: "hidden" });
  expect(await field().evaluate((input) => input.matches(":focus"))).toBe(true);
});

test("the categories are there before the engine is, and stay where they are", async () => {
  const come = await hold(page.context(), /\.wasm/);
  await page.goto("/");
  await field().click();
  await options(page).first().waitFor();
  const places = () =>
    categories().evaluateAll((all) => all.map((one) => [one.textContent, one.getBoundingClientRect().y]));
  const before = await places();
  expect(before).toHaveLength(6);
  come();
  await settled(page);
  expect(await options(page).count()).toBeGreaterThan(6);
  expect(await places()).toEqual(before);
});

test("nothing complained and nothing left for another host", () => {
  expect(shop.complaints).toEqual([]);
  expect(shop.strangers).toEqual([]);
});
