/** What shoppers see, beside the pictures of it in testdata/screenshots. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { compareWithGolden, difference, rewriting, tolerance } from "./goldens.ts";
import { devices, type Shop, search, settled } from "./shop.ts";
import { states } from "./states.ts";

let canvas: Page;
test.beforeAll(async ({ shop }) => {
  canvas = await shop.visit("about:blank");
});

const reach = (state: string) => states[state] ?? expect.fail(`no state "${state}"`);

async function chinese(page: Page): Promise<void> {
  await page.goto("/zh/");
  await search(page, "沙发");
}

/** Each picture's name, how the shopper looks, and how to get there. */
const pictures: Record<string, [BrowserContextOptions, (page: Page) => Promise<void>]> = {
  "panel-desktop-light": [{ ...devices.desktop, colorScheme: "light" }, reach("results")],
  "panel-desktop-dark": [{ ...devices.desktop, colorScheme: "dark" }, reach("results")],
  "panel-phone-light": [{ ...devices.phone, colorScheme: "light" }, reach("results")],
  "filters-desktop-light": [{ ...devices.desktop, colorScheme: "light" }, reach("filters chosen")],
  "filters-phone-dark": [{ ...devices.phone, colorScheme: "dark" }, reach("filters open")],
  "nothing-desktop-light": [{ ...devices.desktop, colorScheme: "light" }, reach("nothing found")],
  "nothing-phone-dark": [{ ...devices.phone, colorScheme: "dark" }, reach("nothing found")],
  "page-desktop-light": [{ ...devices.desktop, colorScheme: "light" }, reach("a results page")],
  "page-phone-light": [{ ...devices.phone, colorScheme: "light" }, reach("a results page")],
  "chinese-desktop-light": [{ ...devices.desktop, colorScheme: "light" }, chinese],
  "chinese-phone-dark": [{ ...devices.phone, colorScheme: "dark" }, chinese],
};

/** Visits a state with the fonts that every machine with the tests has. */
async function visit(shop: Shop, name: string): Promise<Page> {
  const [options, go] = pictures[name] ?? expect.fail(`no picture "${name}"`);
  const page = await shop.visit("about:blank", { ...options, deviceScaleFactor: 1, reducedMotion: "reduce" });
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root, :root:lang(zh) { --sans: "Noto Sans CJK SC"; --serif: "Noto Serif CJK SC"; }
      * { caret-color: transparent !important; }`);
    document.adoptedStyleSheets.push(sheet);
  });
  await go(page);
  await untilComplete(page);
  return page;
}

/** A text, because the test runner would make an import of its own out of this one. */
const secondStage = `(async () => {
  const { connect } = await import(new URL("/vitrine.js", location.href).href);
  const engine = await connect({ bundle: "bundle/" });
  while (!(await engine.health()).second_stage) await new Promise((resolve) => setTimeout(resolve, 20));
})()`;

/** Waits for both stages of the ranking, and for every picture that is on the screen. */
async function untilComplete(page: Page): Promise<void> {
  await page.evaluate(secondStage);
  await page.waitForLoadState("networkidle");
  await settled(page);
  await page.waitForFunction(() => {
    const images = (root: ParentNode): HTMLImageElement[] =>
      [...root.querySelectorAll("*")].flatMap((element) => [
        ...(element instanceof HTMLImageElement ? [element] : []),
        ...(element.shadowRoot ? images(element.shadowRoot) : []),
      ]);
    const waiting = images(document).filter((image) => !image.complete);
    if (waiting.length === 0) return true;
    // A picture that is scrolled out of the panel is not loaded, and need not be.
    return new Promise<boolean>((resolve) => {
      const observer = new IntersectionObserver((entries) => {
        observer.disconnect();
        resolve(entries.every(({ isIntersecting }) => !isIntersecting));
      });
      for (const image of waiting) observer.observe(image);
    });
  });
}

test.for(Object.keys(pictures))("%s looks as it did", { timeout: 60_000 }, async (name, { shop }) => {
  const page = await visit(shop, name);
  const off = await compareWithGolden(canvas, name, await page.screenshot());
  expect(off, `look at .cache/screenshots/${name}.difference.png`).toBeLessThanOrEqual(tolerance);
});

test.skipIf(rewriting)("a control that is missing and a colour that is another are noticed", async ({ shop }) => {
  const name = "panel-desktop-light";
  const page = await visit(shop, name);
  const changed = async (css: string) => {
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, css);
    return (await difference(canvas, name, await page.screenshot())).off;
  };
  expect(await changed("vitrine-panel::part(sort) { visibility: hidden }")).toBeGreaterThan(tolerance);
  expect(await changed(":root { --vitrine-surface: #e8e0ff }")).toBeGreaterThan(0.1);
});
