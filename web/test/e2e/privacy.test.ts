/** What a whole visit asks of the network, and that it tells nothing of what was searched for. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { type Shop, search, settled } from "./shop.ts";
import { rewrite } from "./tagged.ts";

const lamps = ["la", "lamp", "floor lamp under 300"];
const oak = ["o", "oak table", "rug"];

/** Searches, filters and pages, and returns every address asked for, whoever asked, and what was sent there. */
async function visit(shop: Shop, queries: string[], cards: "all" | "shown"): Promise<string[]> {
  const page = await shop.visit("about:blank");
  const asked: string[] = [];
  page
    .context()
    .on("request", (request) => asked.push(new URL(request.url()).pathname + new URL(request.url()).search));
  await rewrite(page, "/", (html) => {
    const body = html.replaceAll(" data-bundle=", ` data-cards="${cards}" data-bundle=`);
    expect(body).toContain(`data-cards="${cards}"`);
    return body;
  });
  await page.goto(`${shop.origin}/`);
  for (const query of queries) {
    await page.locator("#search").fill("");
    await search(page, query);
  }
  await page
    .locator("vitrine-panel")
    .getByRole("group", { name: "Brand", exact: true })
    .locator("label")
    .first()
    .click();
  await settled(page);
  await page
    .locator("vitrine-panel")
    .getByRole("button", { name: /^Remove filter/ })
    .first()
    .click();
  await settled(page);
  const more = page.locator("vitrine-panel").getByRole("button", { name: "Show more" });
  if (await more.isVisible()) await more.click();
  await settled(page);
  await quiet(page, asked);
  await page.context().close();
  return asked;
}

/** Waits until nothing has been asked for in a second. */
async function quiet(page: Page, asked: string[]): Promise<void> {
  for (let before = -1; before !== asked.length; ) {
    before = asked.length;
    await page.waitForTimeout(1000);
  }
}

/** The pictures are the shop's own, and are shown as its pages show them. */
const isPicture = (path: string) => /\.(svg|png|jpe?g|webp|avif)$/.test(path);
const isCards = (path: string) => path.includes("/cards-");
const of = (asked: string[], without: (path: string) => boolean) => asked.filter((path) => !without(path)).sort();

test("with every card fetched, two visits ask for the same, whatever was searched for", async ({ shop }) => {
  const [first, second] = [await visit(shop, lamps, "all"), await visit(shop, oak, "all")];
  expect(first.some((path) => path.includes("/lexicon-"))).toBe(true);
  expect(first.filter(isCards).length).toBeGreaterThan(3);
  expect(of(first, isPicture)).toEqual(of(second, isPicture));
  expect(first.filter(isCards)).toEqual(second.filter(isCards));
});

test("otherwise two visits differ by chunks of cards and by pictures alone", async ({ shop }) => {
  const [first, second] = [await visit(shop, lamps, "shown"), await visit(shop, oak, "shown")];
  expect(first.filter(isCards)).not.toEqual([]);
  const known = (path: string) => isPicture(path) || isCards(path);
  expect(of(first, known)).toEqual(of(second, known));
});

test("no address and no body has a word of what was searched for", async ({ shop }) => {
  const asked = await visit(shop, ["zanzibar", "oak"], "shown");
  expect(asked.filter((path) => /zanzibar|oak(?!.*\.(svg|png|jpe?g|webp)$)/i.test(path))).toEqual([]);
});
