/** Links to what the panel shows, the back gesture, and pages with addresses of their own. */
import { expect } from "vitest";
import { address, attributes, brand, cardTexts, closed, field, open, panel } from "./addressed.ts";
import { test } from "./fixture.ts";
import { devices, search, settled } from "./shop.ts";
import { visitTagged } from "./tagged.ts";

test("a link opens the panel with what it shows, and closing it leaves the page's own address", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await search(page, "lamp");
  await brand(page).click();
  await settled(page);
  await page.locator("vitrine-panel").getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  const link = address(page);
  expect(link).toMatch(/^\?search\.q=lamp&search\.brand=[^&]+&search\.sort=price_asc$/);
  const shown = await cardTexts(page);
  expect(shown.length).toBeGreaterThan(0);

  await page.goto(`/?q=mine&${link.slice(1)}`);
  await open(page);
  await settled(page);
  await expect.poll(() => cardTexts(page)).toEqual(shown);
  expect(await field(page).inputValue()).toBe("lamp");
  await page.reload();
  await open(page);
  await expect.poll(() => cardTexts(page)).toEqual(shown);
  await field(page).press("Escape");
  await closed(page);
  expect(address(page)).toBe("?q=mine");
});

test("steps that began with a link go back to it, and closing them ends at the page's own address", async ({
  shop,
}) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await page.goto("/?search.q=lamp");
  await open(page);
  await settled(page);
  await brand(page).click();
  await settled(page);
  await page.goBack();
  await expect.poll(() => address(page)).toBe("?search.q=lamp");
  await brand(page).click();
  await settled(page);
  await brand(page).press("Escape");
  await closed(page);
  await expect.poll(() => address(page)).toBe("");
});

test("on a phone the back gesture leads through the searches and closes the sheet", async ({ shop }) => {
  const page = await visitTagged(shop, devices.phone, attributes);
  await field(page).tap();
  await open(page);
  await expect.poll(() => address(page)).toBe("?search.q=");
  await page.keyboard.type("lamp");
  await settled(page);
  await expect.poll(() => address(page)).toBe("?search.q=lamp");
  await page.locator("vitrine-panel").getByLabel("Sort by").selectOption("price_asc");
  await settled(page);
  // What Android's gesture does where a modal dialog is open.
  await page.locator("vitrine-panel dialog").evaluate((dialog) => (dialog as HTMLDialogElement).requestClose());
  await expect.poll(() => address(page)).toBe("?search.q=lamp");
  expect(await panel(page).isVisible()).toBe(true);
  await page.goBack();
  await closed(page);
  expect(address(page)).toBe("");
});

test("on a phone a link opens the sheet, and the back gesture closes it without leaving the page", async ({ shop }) => {
  const page = await visitTagged(shop, devices.phone, attributes);
  await page.goto("/?search.q=lamp&search.sort=price_asc");
  await open(page);
  await settled(page);
  expect(await page.getByRole("combobox", { name: "Search products" }).inputValue()).toBe("lamp");
  expect(await page.locator("vitrine-panel").getByLabel("Sort by").inputValue()).toBe("price_asc");
  await page.locator("vitrine-panel dialog").evaluate((dialog) => (dialog as HTMLDialogElement).requestClose());
  await closed(page);
  expect(address(page)).toBe("");
  expect(new URL(page.url()).pathname).toBe("/");
});

test("a page whose own results have an address has both in it, and each has its steps", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  await page.evaluate(() => {
    const results = document.createElement("vitrine-results");
    results.setAttribute("bundle", "bundle/");
    document.querySelector("main")?.replaceChildren(results);
  });
  await page.evaluate(`import("/elements.js")`);
  const sort = page.locator("vitrine-results").getByLabel("Sort by");
  await sort.selectOption("price_asc");
  await settled(page);
  expect(address(page)).toBe("?sort=price_asc");
  await search(page, "lamp");
  await brand(page).click();
  await settled(page);
  expect(address(page)).toMatch(/^\?sort=price_asc&search\.q=lamp&search\.brand=/);
  await page.goBack();
  await expect.poll(() => address(page)).toBe("?sort=price_asc&search.q=lamp");
  expect(await sort.inputValue()).toBe("price_asc");
  await field(page).press("Escape");
  await closed(page);
  await expect.poll(() => address(page)).toBe("?sort=price_asc");
  await page.goBack();
  await expect.poll(() => sort.inputValue()).toBe("relevance");
  expect(await panel(page).isVisible()).toBe(false);
});

test("another prefix is the shop's to choose", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, `${attributes} data-url-prefix="find-"`);
  await page.goto("/?search.q=theirs&find-q=lamp");
  await open(page);
  await settled(page);
  expect(await field(page).inputValue()).toBe("lamp");
  await field(page).press("Escape");
  await closed(page);
  expect(address(page)).toBe("?search.q=theirs");
});

test("a link with what nobody could choose opens the panel without it", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, attributes);
  const said = "<img src=x onerror=alert(1)>";
  await page.goto(`/?search.q=${encodeURIComponent(said)}&search.price=9-1&search.sort=x&search.__proto__=1`);
  await open(page);
  await settled(page);
  expect(await field(page).inputValue()).toBe(said);
  expect(await page.locator("vitrine-panel").getByLabel("Sort by").inputValue()).toBe("relevance");
});
