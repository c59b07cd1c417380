import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page, Route } from "playwright-core";
import { expect } from "vitest";
import type { VitrinePanel } from "../../src/ui/panel.ts";
import { violations } from "../axe.ts";
import { test } from "./fixture.ts";
import { shiftsOf, watchShifts } from "./shifts.ts";
import { devices, hold, options, picture, search, settled, site } from "./shop.ts";

/** Holds back the chunks of cards that are asked for, until let go. */
async function holdCards(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let holding = true;
  await page.context().route(/\/bundle\/cards/, async (route) => {
    if (holding) held.push(route);
    else await route.continue();
  });
  return async () => {
    holding = false;
    await Promise.all(held.map((route) => route.continue()));
  };
}

test("the answer to a text that was typed over never shows", async ({ page }) => {
  const letGo = await holdCards(page);
  await page.locator("#search").click();
  await page.keyboard.type("sofa");
  await page.locator("vitrine-results-view .frame[aria-busy=true]").waitFor();
  await page.locator("#search").fill("rug");
  await letGo();
  await settled(page);
  const titles = await options(page).locator(".title").allTextContents();
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.join(" ").toLowerCase()).toContain("rug");
  const marks = await options(page).locator("mark").allTextContents();
  expect(marks.map((mark) => mark.toLowerCase())).not.toContain("sofa");
});

test("the last hits stay in sight while the next ones are awaited", async ({ page }) => {
  await search(page, "sofa");
  const before = await options(page).count();
  await page.context().route(/\/bundle\/cards/, () => undefined);
  await page.keyboard.type(" bed");
  expect(await options(page).count()).toBeGreaterThan(0);
  expect(before).toBeGreaterThan(0);
});

test("the first hits are shown while the cards of others are awaited, and stay where they are", async ({ shop }) => {
  const page = await shop.visit("/", { ...devices.desktop, reducedMotion: "reduce" });
  const needed = chunksOf(await titlesOf("linen"));
  const first = new Set(needed.slice(0, 5));
  const others = new RegExp(needed.filter((chunk) => !first.has(chunk)).join("|"));
  expect(others.source).not.toBe("(?:)");
  const letGo = await hold(page.context(), others);
  // By the first stage alone: both would put other products into the first places.
  await hold(page.context(), /embeddings/);
  await watchShifts(page);
  await page.reload();
  await page.locator("#search").click();
  await page.keyboard.type("linen");
  // The table of first letters has hits to some of them, too.
  await page.waitForFunction(() => document.querySelector<VitrinePanel>("vitrine-panel")?.store.state.results?.begun);
  await page.locator("vitrine-results-view .skeleton.rows").waitFor({ state: "attached" });
  expect(await options(page).count()).toBe(5);
  await page.waitForTimeout(700);
  await picture(page, "begun-desktop");
  expect(await violations(page)).toEqual([]);
  const elements = await options(page).elementHandles();
  const before = await options(page).locator(".title").allTextContents();
  const shifts = await shiftsOf(page, async () => {
    letGo();
    await settled(page);
  });
  expect(shifts).toBe(0);
  expect(await options(page).count()).toBe(24);
  expect((await options(page).locator(".title").allTextContents()).slice(0, 5)).toEqual(before);
  for (const [place, element] of (await options(page).elementHandles()).slice(0, 5).entries()) {
    expect(await element.evaluate((own, other) => own === other, elements[place])).toBe(true);
  }
});

/** The titles of the first page for a query, as the engine in Node finds them by the first stage. */
async function titlesOf(query: string): Promise<string[]> {
  const { open } = await import(pathToFileURL(join(site, "..", "node.mjs")).href);
  const engine = await open(join(site, "bundle"));
  const { hits } = await engine.search({ query, limit: 24, stages: 1 });
  engine.close();
  return hits.map(({ title }: { title: string }) => title);
}

/** The chunks of cards in which the products with these titles lie. */
function chunksOf(titles: string[]): string[] {
  const folder = join(site, "bundle");
  const chunks = readdirSync(folder).filter((file) => /^cards-.*\.mp$/.test(file));
  const contents = chunks.map((file) => readFileSync(join(folder, file), "utf8"));
  return titles.map((title) => chunks[contents.findIndex((content) => content.includes(title))] ?? "");
}
