/** The panel's search in the page's address: `data-url="on"`. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Store } from "../../src/core/store.ts";
import { address, attributes, brand, cardTexts, closed, field, open, panel } from "./addressed.ts";
import { test } from "./fixture.ts";
import { devices, options, ranked, search, settled } from "./shop.ts";
import { visitTagged } from "./tagged.ts";

const steps = (page: Page) => page.evaluate(() => history.length);
const total = (page: Page) => page.locator("vitrine-panel .total").textContent();
/** What the products say, once both stages have ranked them: the second may come late. */
async function titles(page: Page): Promise<string[]> {
  await ranked(page);
  return cardTexts(page);
}

test("Back leads through the searches and then closes the panel, Forward opens it again", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "lamp");
  await expect.poll(() => address(page)).toBe("?search.q=lamp");
  const all = await total(page);
  await brand(page).click();
  await settled(page);
  expect(address(page)).toMatch(/^\?search\.q=lamp&search\.brand=/);
  const filtered = await total(page);
  expect(filtered).not.toBe(all);
  await page.goBack();
  await expect.poll(() => total(page)).toBe(all);
  expect(address(page)).toBe("?search.q=lamp");
  await page.goBack();
  await closed(page);
  expect(address(page)).toBe("");
  expect(new URL(page.url()).pathname).toBe("/");
  await page.goForward();
  await open(page);
  await expect.poll(() => total(page)).toBe(all);
  expect(await field(page).inputValue()).toBe("lamp");
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
});

test("the address follows what was typed before the fields of the shop were known", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await page.addInitScript(() => {
    const late = (panel: Element & { store: Store }) => {
      const fields = panel.store.fields.bind(panel.store);
      panel.store.fields = () => new Promise((resolve) => setTimeout(() => resolve(fields()), 3000));
    };
    new MutationObserver((_, observer) => {
      const panel = document.querySelector<Element & { store: Store }>("vitrine-panel");
      if (!panel?.store) return;
      observer.disconnect();
      late(panel);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await search(page, "lamp");
  expect(address(page)).toBe("?search.q=");
  await expect.poll(() => address(page)).toBe("?search.q=lamp");
});

test("a panel that is closed leaves the page where it was opened, without its steps before it", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await page.goto("/category.html?c=Furniture");
  const before = await steps(page);
  await page.goto("/");
  await search(page, "lamp");
  await brand(page).click();
  await settled(page);
  await page.locator("vitrine-panel").getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  expect(await steps(page)).toBe(before + 4);
  await field(page).press("Escape");
  await closed(page);
  await expect.poll(() => address(page)).toBe("");
  expect(await page.evaluate(() => history.state)).toBeNull();
  await page.goBack();
  await page.waitForURL(/category\.html/);
});

test("closing and opening at once ends in an open panel with an address", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "lamp");
  const before = await steps(page);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("#search");
    for (const key of ["Escape", "ArrowDown"]) {
      input?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  });
  await open(page);
  await expect.poll(() => address(page)).toBe("?search.q=lamp");
  await page.waitForTimeout(700);
  expect(address(page)).toBe("?search.q=lamp");
  expect(await steps(page)).toBe(before);
  await field(page).press("Escape");
  await closed(page);
  await expect.poll(() => address(page)).toBe("");
});

test("Back from a product finds the panel as it was left", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "oak");
  await brand(page).click();
  await settled(page);
  const shown = await titles(page);
  const left = address(page);
  await options(page).first().click();
  await page.waitForURL(/product\.html/);
  await page.goBack();
  await open(page);
  expect(address(page)).toBe(left);
  await expect.poll(() => titles(page)).toEqual(shown);
  await page.goBack();
  await expect.poll(() => address(page)).toBe("?search.q=oak");
  await page.goBack();
  await closed(page);
  expect(address(page)).toBe("");
});

test("Back from the shop's own results finds it, too", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "oak");
  const shown = await titles(page);
  await field(page).press("Enter");
  await page.waitForURL(/search\.html\?q=oak/);
  await page.goBack();
  await open(page);
  await expect.poll(() => titles(page)).toEqual(shown);
  expect(await field(page).inputValue()).toBe("oak");
});

test("a page that shows products itself has its address back", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await page.evaluate(() => document.addEventListener("vitrine:select", (event) => event.preventDefault()));
  await search(page, "lamp");
  await options(page).first().click();
  await closed(page);
  await expect.poll(() => address(page)).toBe("");
});

test("a product without a page closes the panel, and Back a quick view", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "lamp");
  await brand(page).click();
  await settled(page);
  const view = page.locator("vitrine-quick-view dialog");
  await options(page)
    .first()
    .evaluate((link) => link.removeAttribute("href"));
  await field(page).press("ArrowUp");
  await field(page).press("Shift+Enter");
  await view.waitFor();
  await page.goBack();
  await view.waitFor({ state: "hidden" });
  expect(await panel(page).isVisible()).toBe(true);
  await options(page)
    .first()
    .evaluate((link) => link.removeAttribute("href"));
  await options(page).first().click();
  await closed(page);
  await expect.poll(() => address(page)).toBe("");
});

test("a press that the page keeps to itself leads where it leads", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await page.evaluate(() => document.body.addEventListener("click", (event) => event.stopPropagation()));
  // The next page takes longer than the panel waits to see whether there is one.
  await page.route(/product\.html/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await search(page, "lamp");
  await options(page).first().click();
  await page.waitForURL(/product\.html/);
});

test("a shop that changes its pages by script goes on where it went", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await page.evaluate(() =>
    document.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("a");
      if (link === null) return;
      event.preventDefault();
      history.pushState({ page: "product" }, "", link.href);
    }),
  );
  await search(page, "lamp");
  await options(page).first().click();
  await closed(page);
  expect(new URL(page.url()).pathname).toMatch(/product/);
  await page.waitForTimeout(700);
  expect(await page.evaluate(() => history.state)).toEqual({ page: "product" });
  await page.goBack();
  await open(page);
  expect(address(page)).toBe("?search.q=lamp");
});

test("a link of the page that is pressed beside the panel leads where it leads", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "lamp");
  await page.locator("header .basket").click();
  await page.waitForURL(/basket\.html/);
});

test("the page stays where it is scrolled to when the panel is closed", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "lamp");
  await page.evaluate(() => scrollTo(0, 300));
  await field(page).press("Escape");
  await closed(page);
  await expect.poll(() => address(page)).toBe("");
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => [scrollY, history.scrollRestoration])).toEqual([300, "auto"]);
});

test("without the attribute the address is the page's alone", async ({ page }) => {
  const before = await steps(page);
  await search(page, "lamp");
  await brand(page).click();
  await settled(page);
  await page.waitForTimeout(600);
  expect([address(page), await steps(page)]).toEqual(["", before]);
});
