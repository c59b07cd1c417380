import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { SearchDetail, SelectDetail, VitrineEvents } from "../../src/ui/events.ts";
import { test } from "./fixture.ts";
import { devices, options, search, settled } from "./shop.ts";
import { visitTagged } from "./tagged.ts";

test.override("mayComplainOf", /status of 404/); // the catalogue that cannot be had

const guide = readFileSync(join(import.meta.dirname, "../../src/ui/EVENTS.md"), "utf8");

interface Heard {
  readonly name: keyof VitrineEvents;
  readonly detail: unknown;
  /** The id of the element that the event came from. */
  readonly from: string;
}

declare global {
  interface Window {
    heard: Heard[];
  }
}

const names = Object.keys({
  "vitrine:open": 0,
  "vitrine:close": 0,
  "vitrine:search": 0,
  "vitrine:noresults": 0,
  "vitrine:filter": 0,
  "vitrine:sort": 0,
  "vitrine:error": 0,
  "vitrine:select": 0,
  "vitrine:quickview": 0,
} satisfies Record<keyof VitrineEvents, 0>) as (keyof VitrineEvents)[];

/** Hears every event that reaches the document; a choice is held back, so that the page stays. */
async function listen(page: Page): Promise<void> {
  await page.evaluate((all) => {
    window.heard = [];
    for (const name of all) {
      document.addEventListener(name, (event) => {
        const { detail, target } = event as CustomEvent;
        window.heard.push({ name, detail: structuredClone(detail), from: (target as Element).id });
        if (name === "vitrine:select") event.preventDefault();
      });
    }
  }, names);
}

const heard = (page: Page) => page.evaluate(() => window.heard);
const hears = (page: Page, name: string) =>
  page.waitForFunction((wanted) => window.heard.some((e) => e.name === wanted), name);

test("a search, a filter, an order, a choice: each is told once, from the shop's text field", async ({ page }) => {
  await listen(page);
  await search(page, "oak");
  await hears(page, "vitrine:search");
  await page.locator("vitrine-panel input[type=checkbox]").first().click();
  await page.locator("vitrine-panel select").selectOption("price_asc");
  await settled(page);
  await options(page).first().click();
  const all = await heard(page);
  expect(all.map((e) => e.name)).toEqual([
    "vitrine:open",
    "vitrine:search",
    "vitrine:filter",
    "vitrine:sort",
    "vitrine:search",
    "vitrine:select",
    "vitrine:close",
  ]);
  expect(new Set(all.map((e) => e.from))).toEqual(new Set(["search"]));
  const first = all[1]?.detail as SearchDetail;
  expect(first).toMatchObject({ query: "oak", filters: {}, sort: "relevance", currency: "USD" });
  expect(first.hits.length).toBe(Math.min(first.total, 24));
  expect(first.ms).toBeGreaterThan(0);
  const second = all[4]?.detail as SearchDetail;
  expect(second.filters).toEqual({ category: [expect.any(String)] });
  const chosen = all[5]?.detail as SelectDetail;
  expect(chosen).toMatchObject({ position: 0, query: "oak", hit: { id: second.hits[0]?.id } });
});

test("a query that finds nothing, and one that was corrected, say so", async ({ page }) => {
  await listen(page);
  await search(page, "qzxqzxqzx");
  await hears(page, "vitrine:noresults");
  await page.locator("#search").fill("");
  await search(page, "lampp");
  await page.waitForFunction(() => window.heard.some((e) => (e.detail as SearchDetail).query === "lampp"));
  const all = await heard(page);
  expect(all.find((e) => e.name === "vitrine:noresults")?.detail).toMatchObject({ total: 0, query: "qzxqzxqzx" });
  expect(all.at(-1)?.detail).toMatchObject({ query: "lampp", corrected: "lamp" });
});

test("a catalogue that cannot be had is told with the error's code", async ({ page }) => {
  await page.context().route(/\/bundle\//, (route) => route.fulfill({ status: 404, body: "" }));
  await listen(page);
  await page.locator("#search").click();
  await page.keyboard.type("oak");
  await hears(page, "vitrine:error");
  const error = (await heard(page)).find((e) => e.name === "vitrine:error")?.detail;
  expect(error).toMatchObject({ code: "not_a_bundle", message: expect.stringContaining("manifest.json") });
});

test("results in the page fire from where they stand", async ({ shop }) => {
  const page = await shop.visit("/search.html?q=lamp");
  await listen(page);
  await page.locator(".vitrine-tile a").first().click();
  const all = await heard(page);
  expect(all.map((e) => e.name).filter((name) => name !== "vitrine:search")).toEqual(["vitrine:select"]);
  expect(all.at(-1)?.detail).toMatchObject({ query: "lamp", position: 0 });
});

test("the dataLayer is left alone by default", async ({ page }) => {
  await listen(page);
  await search(page, "oak");
  await hears(page, "vitrine:search");
  expect(await page.evaluate(() => window.dataLayer)).toBeUndefined();
});

test("where the shop wants it, the dataLayer gets GA4's events, and nothing is sent", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, `data-data-layer="on"`);
  await listen(page);
  await search(page, "oak table");
  await hears(page, "vitrine:search");
  await options(page).nth(1).click();
  const told = (await heard(page)).find((e) => e.name === "vitrine:search")?.detail as SearchDetail;
  const [search0, view, clear, list, clearAgain, select] = (await page.evaluate(() => window.dataLayer)) as object[];
  expect(search0).toEqual({ event: "search", search_term: "oak table" });
  expect(view).toEqual({ event: "view_search_results", search_term: "oak table", results: told.total });
  expect([clear, clearAgain]).toEqual([{ ecommerce: null }, { ecommerce: null }]);
  const hit = told.hits[1];
  const item = {
    item_id: hit?.id,
    item_name: hit?.title,
    item_brand: hit?.brand,
    item_category: hit?.category?.[0],
    price: hit?.variant?.price ?? hit?.price,
    index: 1,
  };
  const named = { item_list_id: "vitrine_search", item_list_name: "Search results", currency: "USD" };
  expect(list).toMatchObject({ event: "view_item_list", ecommerce: named });
  const { items } = (list as { ecommerce: { items: object[] } }).ecommerce;
  expect(items).toHaveLength(told.hits.length);
  expect(items[1]).toMatchObject(item);
  expect(select).toMatchObject({ event: "select_item", ecommerce: { ...named, items: [item] } });
  expect(shop.strangers).toEqual([]);
});

test("the guide names every event", () => {
  for (const name of names) expect(guide).toContain(`\`${name}\``);
});
