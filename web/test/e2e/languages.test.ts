/** The widget in the languages of a shop's pages, in a real browser. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { outside } from "./layout.ts";
import { devices, options, picture, type Shop, search, settled } from "./shop.ts";
import { rewrite } from "./tagged.ts";

/** Opens the home page as a shop of the language would write it. */
async function visit(shop: Shop, language: string, device: BrowserContextOptions = devices.desktop): Promise<Page> {
  const page = await shop.visit("about:blank", device);
  const attributes = language.startsWith("ar") ? `lang="${language}" dir="rtl"` : `lang="${language}"`;
  await rewrite(page, "/", (html) => html.replace('<html lang="en">', `<html ${attributes}>`));
  await page.goto("/");
  return page;
}

const panel = (page: Page) => page.locator("vitrine-panel");

test("only the page's own language is fetched, and with the panel", async ({ shop }) => {
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
});

test("a language that cannot be fetched is English", async ({ shop }) => {
  const page = await visit(shop, "de");
  await page.route(/\/de-\w+\.js/, (route) => route.abort());
  const complaints = shop.complaints.length;
  await search(page, "oak");
  expect(await panel(page).getAttribute("lang")).toBe("en");
  expect(await panel(page).locator(".total").innerText()).toMatch(/^\d+ results$/);
  // The browser itself says that the file did not come.
  expect(shop.complaints.splice(complaints)).toHaveLength(1);
});

test("Arabic runs from right to left, with the region's digits and its plural forms", async ({ shop }) => {
  const page = await visit(shop, "ar-EG");
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
});

test("an Arabic widget runs from right to left in a page that does not", async ({ shop }) => {
  const page = await shop.visit("about:blank");
  await rewrite(page, "/", (html) => html.replace("data-bundle=", 'data-lang="ar" data-bundle='));
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
    test(`on ${phone} ${language} fits: nothing is cut off or runs out of the sheet`, async ({ shop }) => {
      const page = await visit(shop, language, device);
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
    });
  }
}
