/** A catalogue that tries to be more than words, through the real indexer into a real page. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { command, options, Shop, search } from "./shop.ts";

const attack = "document.documentElement.dataset.owned = 'yes'";

const products = [
  { id: "quotes", title: `Lamp "Zed" 'n' &amp; {{x}} \${y} </textarea> 1 < 2`, url: "product.html?id=1" },
  { id: "script-url", title: "Lamp with a script for an address", url: `javascript:${attack}` },
  { id: "hidden-url", title: "Lamp with a hidden script", url: ` \tJaVaScRiPt:${attack}` },
  { id: "data-picture", title: "Lamp with data for a picture", image: `data:text/html,<script>${attack}</script>` },
  { id: "missing-picture", title: "Lamp without its picture", image: "pictures/there-is-none.svg" },
  { id: "direction", title: "Lamp \u202eturned round\u202c \u{1f6cb}\ufe0f", brand: "\u0000\ufffd" },
  { id: "long", title: `Lamp ${"x".repeat(4000)}`, brand: "y".repeat(500) },
];

let shop: Shop;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-hostile-"));
  const catalogue = join(folder, "products.jsonl");
  writeFileSync(catalogue, products.map((product) => JSON.stringify({ price: 5, ...product })).join("\n"));
  execFileSync(command, ["build", "--catalog", catalogue, "--out", join(folder, "bundle"), "--quiet"]);
  shop = await Shop.open(join(folder, "bundle"));
  page = await shop.visit("/");
  await search(page, "lamp");
});
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true });
});

const hit = (words: string) => options(page).filter({ hasText: words });

test("every product is shown, and none of them ran", async () => {
  expect(await options(page).count()).toBe(products.length);
  expect(await page.evaluate(() => document.documentElement.dataset["owned"])).toBeUndefined();
});

test("markup in a title is its letters", async () => {
  const shown = await hit("Zed").locator(".title").textContent();
  expect(shown).toContain(`"Zed" 'n'`);
  expect(shown).toContain("{{x}} ${y}");
  expect(await hit("Zed").locator(".title :not(mark)").count()).toBe(0);
});

test("an address that is a script is no address", async () => {
  for (const words of ["script for an address", "hidden script"]) {
    expect(await hit(words).getAttribute("href")).toBeNull();
    await hit(words).dispatchEvent("click");
  }
  expect(await page.evaluate(() => document.documentElement.dataset["owned"])).toBeUndefined();
});

test("a picture that is none, or not there, is a drawing in its place", async () => {
  for (const words of ["data for a picture", "without its picture"]) {
    await expect.poll(() => hit(words).locator(".picture svg").count()).toBe(1);
    expect(await hit(words).locator("img").count()).toBe(0);
  }
});

test("a word without end does not make the panel wider", async () => {
  const wider = await page
    .locator("vitrine-panel .scroller")
    .evaluate((scroller) => scroller.scrollWidth > scroller.clientWidth);
  expect(wider).toBe(false);
});
