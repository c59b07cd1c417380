/** The widget in the languages of a shop's pages, in a real browser. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outside } from "./layout.ts";
import { devices, options, picture, Shop, search, settled } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

/** Opens the home page as a shop of the language would write it. */
async function visit(language: string, device: BrowserContextOptions = devices.desktop): Promise<Page> {
  const page = await shop.visit("about:blank", device);
  const attributes = language.startsWith("ar") ? `lang="${language}" dir="rtl"` : `lang="${language}"`;
  await page.route(`${shop.origin}/`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('<html lang="en">', `<html ${attributes}>`) });
  });
  await page.goto("/");
  return page;
}

const panel = (page: Page) => page.locator("vitrine-panel");

test("only the page's own language is fetched, and with the panel", async () => {
  const page = await shop.visit("about:blank");
  const fetched: string[] = [];
  page.on("request", (request) => {
    const [, language] = /\/([a-z-]+)-[0-9A-Z]{8}\.js/.exec(request.url()) ?? [];
    if (language !== undefined && !/^(mount|client|worker)$/.test(language)) fetched.push(language);
  });
  await page.goto("/zh/");
  expect(fetched).toEqual([]);
  await search(page, "沙发");
  expect(fetched).toEqual(["zh-hans"]);
  await page.goto("/");
  await search(page, "sofa");
  expect(fetched).toEqual(["zh-hans"]);
  await page.context().close();
});

test("a language that cannot be fetched is English", async () => {
  const page = await visit("de");
  await page.route(/\/de-\w+\.js/, (route) => route.abort());
  const complaints = shop.complaints.length;
  await search(page, "oak");
  expect(await panel(page).getAttribute("lang")).toBe("en");
  expect(await panel(page).locator(".total").innerText()).toMatch(/^\d+ results$/);
  // The browser itself says that the file did not come.
  expect(shop.complaints.splice(complaints)).toHaveLength(1);
  await page.context().close();
});

test("Arabic runs from right to left, with the region's digits and its plural forms", async () => {
  const page = await visit("ar-EG");
  await search(page, "oak");
  expect(await panel(page).getAttribute("dir")).toBe("rtl");
  expect(await panel(page).locator(".total").innerText()).toMatch(/^[٠-٩٬]+ (نتيجة|نتائج)$/);
  expect(await options(page).first().locator(".now").innerText()).toMatch(/[٠-٩]/);
  await page.keyboard.press("ArrowDown");
  await settled(page);
  await picture(page, "arabic-desktop");
  const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? 0;
  expect(await left("vitrine-panel .facets")).toBeGreaterThan(await left("[role=option] .picture"));
  expect(await left("[role=option] .picture")).toBeGreaterThan(await left("[role=option] .price"));
  await page.context().close();
});

test("an Arabic widget runs from right to left in a page that does not", async () => {
  const page = await shop.visit("about:blank");
  await page.route(`${shop.origin}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace("data-bundle=", 'data-lang="ar" data-bundle='),
    });
  });
  await page.goto("/");
  await search(page, "oak");
  const direction = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await direction("vitrine-panel .frame")).toBe("rtl");
  expect(await direction("vitrine-panel [role=listbox]")).toBe("rtl");
  expect(await direction("#search")).toBe("ltr");
  await page.context().close();
});

const phones = {
  "the narrowest phone": { ...devices.phone, viewport: { width: 320, height: 640 } },
  "a phone": devices.phone,
};

for (const [language, total] of [
  ["ar", /نتيجة|نتائج/],
  ["de-DE", /^\d+ Ergebnisse$/],
  ["fr-FR", /^\d+ résultats$/],
  ["ja-JP", /^\d+件の商品$/],
  ["zh-TW", /^\d+ 件商品$/],
] as const) {
  for (const [phone, device] of Object.entries(phones)) {
    test(`on ${phone} ${language} fits: nothing is cut off or runs out of the sheet`, async () => {
      const page = await visit(language, device);
      await page.locator("#search").tap();
      await page.keyboard.type("oak");
      await page.waitForFunction(() => document.querySelectorAll("vitrine-panel a[role=option]").length > 0);
      await settled(page);
      expect(await panel(page).locator(".total").innerText()).toMatch(total);
      await picture(page, `${language}-${device.viewport.width}-results`);
      expect(await outside(page)).toEqual([]);
      await panel(page).locator(".filter").tap();
      await panel(page).locator("vitrine-facets-view input[type=checkbox]").first().tap();
      await settled(page);
      await picture(page, `${language}-${device.viewport.width}-filters`);
      expect(await outside(page)).toEqual([]);
      await page.context().close();
    });
  }
}

test("nothing complained", () => {
  expect(shop.complaints).toEqual([]);
});
