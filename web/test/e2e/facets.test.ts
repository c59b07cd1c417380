import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Store } from "../../src/core/store.ts";
import { test } from "./fixture.ts";
import { devices, search, settled } from "./shop.ts";

test.beforeEach(({ page }) => search(page, "oak"));

const panel = (page: Page) => page.locator("vitrine-panel");
const group = (page: Page, name: string) => panel(page).getByRole("group", { name, exact: true });
const total = async (page: Page) => Number.parseInt((await panel(page).locator(".total").textContent()) ?? "", 10);
const slider = (page: Page, name: string) => panel(page).getByRole("slider", { name });

/** Counts what the store asks for from now on; that both stages rank what is shown is waited for. */
async function watchRequests(page: Page): Promise<() => Promise<number>> {
  type Panel = Element & { store: Store };
  const state = () => page.evaluate(() => document.querySelector<Panel>("vitrine-panel")?.store.state);
  await expect.poll(async () => (await state())?.results?.stages).toBe(2);
  const before = (await state())?.request ?? 0;
  return async () => ((await state())?.request ?? 0) - before;
}

/** The price that the slider says, in the shop's currency. */
async function said(page: Page, name: string): Promise<number> {
  const text = (await slider(page, name).getAttribute("aria-valuetext")) ?? "";
  expect(text).toMatch(/^\$/);
  return Number(text.replace(/[^\d.]/g, ""));
}

test("a colour is a checkbox with its name, and its swatch has the colour", async ({ page }) => {
  const sage = group(page, "Colour").getByRole("checkbox", { name: /^Sage/ });
  const fill = await group(page, "Colour")
    .locator("label", { hasText: "Sage" })
    .locator("rect")
    .first()
    .getAttribute("fill");
  expect(fill).toBe("#9cae91");
  await sage.focus();
  await page.keyboard.press("Space");
  await settled(page);
  await panel(page).getByRole("button", { name: "Remove filter Sage" }).waitFor();
  expect(await sage.isChecked()).toBe(true);
});

test("the first facets stand open, a later one when it is pressed or chosen from", async ({ page }) => {
  const facets = panel(page).locator("vitrine-facets-view details");
  const open = () => facets.evaluateAll((all) => all.map((facet) => (facet as HTMLDetailsElement).open));
  expect(await facets.count()).toBeGreaterThan(9);
  expect((await open()).map((is, i) => is === i < 8)).not.toContain(false);
  await facets.nth(8).locator("summary").click();
  await facets.nth(8).locator("input").last().click();
  await settled(page);
  expect((await open())[8]).toBe(true);
  expect((await open())[9]).toBe(false);
});

test("in forced colours the checkbox itself is seen beside its swatch", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const box = await group(page, "Colour")
    .getByRole("checkbox")
    .first()
    .evaluate((input) => getComputedStyle(input).opacity);
  expect(box).toBe("1");
});

test("the slider spans the prices of the hits", async ({ page }) => {
  await panel(page).getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  const cheapest = await page.locator("vitrine-panel [role=option] .now").first().textContent();
  expect(await said(page, "Price from")).toBe(Number(cheapest?.replace(/[^\d.]/g, "")));
});

test("the arrow keys move a thumb, each press one search that leaves what the thumb says", async ({ page }) => {
  const before = await total(page);
  const asked = await watchRequests(page);
  await slider(page, "Price from").focus();
  await page.keyboard.press("PageUp");
  await settled(page);
  expect(await asked()).toBe(1);
  expect(await total(page)).toBeLessThan(before);
  const lowest = await said(page, "Price from");
  await panel(page).getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  const cheapest = await page.locator("vitrine-panel [role=option] .now").first().textContent();
  expect(Number(cheapest?.replace(/[^\d.]/g, ""))).toBeGreaterThanOrEqual(lowest);
  expect(await panel(page).getByLabel("Price: Lowest").inputValue()).toBe(String(lowest));
});

test("a drag shows the price all along and searches once, when it ends", async ({ page }) => {
  const asked = await watchRequests(page);
  await slider(page, "Price up to").scrollIntoViewIfNeeded();
  const box = await slider(page, "Price up to").boundingBox();
  if (box === null) throw new Error("no slider");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 11, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 12 });
  expect(await asked()).toBe(0);
  const shown = await panel(page).getByLabel("Price: Highest").inputValue();
  expect(Number(shown)).toBe(await said(page, "Price up to"));
  await page.mouse.up();
  await settled(page);
  expect(await asked()).toBe(1);
  await panel(page)
    .getByRole("button", { name: `Remove filter Up to $${shown}` })
    .waitFor();
});

test("a thumb cannot pass the other, and at its end it lifts the limit", async ({ page }) => {
  await slider(page, "Price up to").focus();
  await page.keyboard.press("Home");
  await settled(page);
  expect(await said(page, "Price up to")).toBe(await said(page, "Price from"));
  await page.keyboard.press("End");
  await settled(page);
  expect(await panel(page).locator(".chips").count()).toBe(0);
});

test("a removed price filter brings the thumbs back to the ends", async ({ page }) => {
  const [low, high] = [await said(page, "Price from"), await said(page, "Price up to")];
  await panel(page).getByLabel("Price: Lowest").fill("100");
  await panel(page).getByLabel("Price: Highest").fill("200");
  await panel(page).getByRole("button", { name: "Apply" }).click();
  await settled(page);
  expect([await said(page, "Price from"), await said(page, "Price up to")]).toEqual([100, 200]);
  await panel(page)
    .getByRole("button", { name: /^Remove filter/ })
    .click();
  await settled(page);
  expect([await said(page, "Price from"), await said(page, "Price up to")]).toEqual([low, high]);
});

test("a long facet has a field that finds its values, in any case, without a search", async ({ page }) => {
  const asked = await watchRequests(page);
  const finder = panel(page).getByRole("searchbox", { name: "Search in Category" });
  await finder.fill("TABLE");
  const names = await group(page, "Category").locator(".name").allTextContents();
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name.toLowerCase()).toContain("table");
  await finder.fill("qzx");
  await group(page, "Category").getByText("No match").waitFor();
  expect(await asked()).toBe(0);
});

test("a folded facet stays folded while it goes and comes with the results", async ({ page }) => {
  await panel(page).locator("summary", { hasText: "Material" }).click();
  await page.locator("#search").fill("qzxqzxqzx");
  await panel(page).getByRole("heading", { name: "Nothing found" }).waitFor();
  await page.locator("#search").fill("oak");
  await panel(page).locator("summary", { hasText: "Material" }).waitFor();
  await settled(page);
  const open = (label: string) =>
    panel(page)
      .locator("details", { has: page.locator("summary", { hasText: label }) })
      .evaluate((details: HTMLDetailsElement) => details.open);
  expect(await open("Material")).toBe(false);
  expect(await open("Colour")).toBe(true);
});

test("on a phone the thumbs are as large as a finger", async ({ shop }) => {
  const phone = await shop.visit("/", devices.phone);
  await phone.locator("#search").tap();
  await phone.keyboard.type("oak");
  await settled(phone);
  await phone.getByRole("button", { name: "Filters" }).tap();
  const thumb = phone.getByRole("slider", { name: "Price from" });
  await thumb.scrollIntoViewIfNeeded();
  const box = await thumb.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await thumb.press("PageUp");
  await settled(phone);
  await phone.getByRole("button", { name: "Filters (1)" }).waitFor();
});
