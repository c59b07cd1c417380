/** What is offered before anything is typed, and what it takes to be offered it. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { VitrinePanel } from "../../src/ui/panel.ts";
import { test } from "./fixture.ts";
import { devices, hold, options, picture, settled } from "./shop.ts";
import { rewrite } from "./tagged.ts";

const field = (page: Page) => page.locator("#search");
const frame = (page: Page) => page.locator("vitrine-panel :is(.overlay, .sheet)");
const categories = (page: Page) => page.getByRole("group", { name: "Categories" }).locator(".vitrine-suggestion");

/** Waits until a panel that would open has opened. */
async function ready(page: Page): Promise<void> {
  await page.locator("vitrine-panel").waitFor({ state: "attached" });
  await page.waitForTimeout(300);
}

test.for(Object.entries(devices))(
  "on a %s a press offers the largest categories and products",
  async ([name, device], { shop }) => {
    const page = await shop.visit("/", device);
    await field(page).click();
    await categories(page).first().waitFor();
    await settled(page);
    expect(await categories(page).count()).toBe(6);
    expect(await options(page).count()).toBeGreaterThan(5);
    await picture(page, `empty-field-${name}`);
  },
);

test("a category that is chosen shows all that is in it", async ({ page }) => {
  await field(page).click();
  await categories(page).first().waitFor();
  await settled(page);
  const results = () => page.evaluate(() => document.querySelector<VitrinePanel>("vitrine-panel")?.store.state.results);
  const offered = (await results())?.facets["category"]?.find(({ value }) => value === "Lighting");
  expect(offered?.count).toBeGreaterThan(10);
  await categories(page).getByText("Lighting", { exact: true }).click();
  await settled(page);
  expect(await page.locator("vitrine-panel .chips .chip").first().textContent()).toContain("Lighting");
  expect((await results())?.total).toBe(offered?.count);
});

test("the focus alone opens nothing, nor does a page that focuses its field", async ({ page }) => {
  await field(page).focus();
  await ready(page);
  expect(await frame(page).isVisible()).toBe(false);
  await rewrite(page, "/", (html) => html.replace('id="search"', 'id="search" autofocus'));
  await page.goto("/");
  await expect.poll(() => field(page).evaluate((input) => input.matches(":focus"))).toBe(true);
  await ready(page);
  expect(await frame(page).isVisible()).toBe(false);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.waitForTimeout(300);
  expect(await frame(page).isVisible()).toBe(false);
});

test("the down arrow opens it, also where it comes before the panel's code, and walks on into it", async ({ page }) => {
  let arrive = () => {};
  const gone = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.context().route(/\/mount-\w+\.js/, async (route) => {
    await gone;
    await route.continue();
  });
  await field(page).focus();
  await page.keyboard.press("ArrowDown");
  arrive();
  await categories(page).first().waitFor();
  await settled(page);
  await page.keyboard.press("ArrowDown");
  const active = await field(page).getAttribute("aria-activedescendant");
  expect(active).toBe(await categories(page).first().getAttribute("id"));
  await page.keyboard.press("Escape");
  await frame(page).waitFor({ state: "hidden" });
  expect(await field(page).evaluate((input) => input.matches(":focus"))).toBe(true);
});

test("the categories are there before the engine is, and stay where they are", async ({ page }) => {
  const come = await hold(page.context(), /\.wasm/);
  await page.goto("/");
  await field(page).click();
  await options(page).first().waitFor();
  const places = () =>
    categories(page).evaluateAll((all) => all.map((one) => [one.textContent, one.getBoundingClientRect().y]));
  const before = await places();
  expect(before).toHaveLength(6);
  come();
  await settled(page);
  expect(await options(page).count()).toBeGreaterThan(6);
  expect(await places()).toEqual(before);
});
