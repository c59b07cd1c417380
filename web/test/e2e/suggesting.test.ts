import type { Page } from "playwright-core";
import { expect } from "vitest";
import { violations } from "../axe.ts";
import { test } from "./fixture.ts";
import { devices, options, picture, search, settled } from "./shop.ts";

const field = (page: Page) => page.locator("#search");
const suggestions = (page: Page) => page.locator("vitrine-panel .vitrine-suggestion[role=option]");
const recent = (page: Page) => page.getByRole("group", { name: "Recent searches" }).locator("[role=option]");

/** Searches and submits, and comes back to the shop's first page. */
async function submit(page: Page, text: string) {
  await search(page, text);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html/);
  await page.goto("/");
}

test("suggestions stand in groups above the products, what is not typed yet emphasised", async ({ page }) => {
  await search(page, "wal");
  const groups = await page
    .locator("vitrine-panel [role=listbox] [role=group]")
    .evaluateAll((all) => all.map((g) => g.ariaLabel));
  expect(groups).toEqual(["Suggestions", "Categories", "Products"]);
  const texts = await suggestions(page).allTextContents();
  expect(texts).toContain("walnut");
  expect(await suggestions(page).getByText("walnut", { exact: true }).locator("b").textContent()).toBe("nut");
  await picture(page, "suggestions-desktop");
  expect(await violations(page)).toEqual([]);
});

test("the arrow keys reach a suggestion, and Enter searches for it", async ({ page }) => {
  await search(page, "walnu");
  await page.keyboard.press("ArrowDown");
  await settled(page);
  const id = await field(page).getAttribute("aria-activedescendant");
  expect(await page.locator(`[id="${id}"]`).textContent()).toBe("walnut");
  await page.keyboard.press("Enter");
  await settled(page);
  expect(await field(page).inputValue()).toBe("walnut");
  expect(await suggestions(page).count()).toBe(0);
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("a suggestion within a category applies the filter, which can be removed again", async ({ page }) => {
  await search(page, "oak");
  const scoped = page.locator(".vitrine-suggestion", { has: page.locator(".vitrine-scope") }).first();
  const label = (await scoped.locator(".vitrine-scope").textContent())?.replace(/^in /, "");
  await scoped.click();
  await settled(page);
  expect(await field(page).inputValue()).toBe("oak");
  const chip = page.locator("vitrine-panel .chips .chip").first();
  expect(await chip.textContent()).toContain(label);
  const within = await options(page).count();
  expect(within).toBeGreaterThan(0);
  await chip.click();
  await settled(page);
  expect(await page.locator("vitrine-panel .chips").count()).toBe(0);
});

test("what was submitted is offered on the empty field, the last first, and never sent", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
  await submit(page, "rug");
  await submit(page, "oak table");
  await search(page, "lamp");
  await page.keyboard.press("Escape");
  await page.goto("/");
  sent.length = 0;
  await field(page).click();
  await recent(page).first().waitFor();
  const texts = await recent(page).evaluateAll((all) =>
    all.map((o) => o.firstChild?.nextSibling?.textContent ?? o.textContent),
  );
  expect(texts.map((text) => text?.replace("×", "").trim())).toEqual(["oak table", "rug"]);
  await settled(page);
  await picture(page, "recent-desktop");
  expect(await violations(page)).toEqual([]);
  await recent(page).nth(1).click();
  await settled(page);
  expect(await field(page).inputValue()).toBe("rug");
  expect(sent.filter((url) => /rug|oak/.test(url) && !/pictures/.test(url))).toEqual([]);
});

test("a product that was chosen keeps its query too", async ({ page }) => {
  await search(page, "sofa");
  await options(page).first().click();
  await page.waitForURL(/product\.html/);
  await page.goto("/");
  await field(page).click();
  expect(await recent(page).first().textContent()).toContain("sofa");
});

test("recent searches can be removed one by one and all at once", async ({ page }) => {
  await submit(page, "rug");
  await submit(page, "lamp");
  await submit(page, "oak");
  await field(page).click();
  await recent(page).first().waitFor();
  await recent(page).first().locator(".vitrine-cross").click();
  await expect.poll(() => recent(page).count()).toBe(2);
  expect(await field(page).inputValue()).toBe("");
  await page.keyboard.press("ArrowDown");
  await page.locator("#search[aria-activedescendant]").waitFor();
  await page.keyboard.press("Delete");
  await expect.poll(() => recent(page).count()).toBe(1);
  await page.getByRole("button", { name: "Clear recent searches" }).click();
  await expect.poll(() => recent(page).count()).toBe(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("recent searches are offered while typing where they begin so", async ({ page }) => {
  await submit(page, "rug");
  await submit(page, "oak table");
  await search(page, "oa");
  expect(await recent(page).allTextContents()).toEqual([expect.stringContaining("oak table")]);
});

test("where the storage is blocked the search works as ever", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto("/");
  await search(page, "rug");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=rug/);
});

test("on a phone the sheet shows them too, and axe finds nothing", async ({ shop }) => {
  const page = await shop.visit("/", { ...devices.phone, reducedMotion: "reduce" });
  await submit(page, "oak");
  await field(page).click();
  await recent(page).first().waitFor();
  await settled(page);
  await picture(page, "recent-phone");
  expect(await violations(page)).toEqual([]);
});
