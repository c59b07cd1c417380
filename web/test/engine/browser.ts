import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type * as Client from "../../src/engine/client.ts";
import { DIST } from "../built.ts";
import { type Site, startSite } from "./site.ts";

/** What became of a call in the page: its value, or the code and message of its error. */
export type Outcome<T> = { value: T } | { code: string; message: string };

/** A shop with the widget's files at /dist/ and a bundle at /bundle/. */
export function startShop(bundle: string): Promise<Site> {
  return startSite({ "/dist/": DIST, "/bundle/": bundle });
}

/** A page of the shop with caches of its own. */
export async function openPage(browser: Browser, shop: Site): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(shop.address);
  return page;
}

declare global {
  /** The module that the page has imported, and the engine that it has opened. */
  var vitrine: typeof Client;
  var engine: Client.EngineClient;
}

/** Opens an engine in the page; script is the address of dist/engine.js. */
export async function openEngine(
  page: Page,
  options: Partial<Client.EngineOptions> = {},
  script = "/dist/engine.js",
): Promise<Outcome<Client.Health | undefined>> {
  // As text, since vitest replaces an import() in a function by one of its own.
  await page.evaluate(`import(${JSON.stringify(script)}).then((module) => { globalThis.vitrine = module; })`);
  return page.evaluate(async (given) => {
    try {
      globalThis.engine = await globalThis.vitrine.openEngine({ bundle: "/bundle/", ...given });
      return { value: await globalThis.engine.health().catch(() => undefined) };
    } catch (error) {
      const { code, message } = error as Client.VitrineError;
      return { code, message };
    }
  }, options);
}

/** Waits until the engine in the page ranks by both stages. */
export async function untilSecondStage(page: Page): Promise<void> {
  await expect.poll(() => hasSecondStage(page), { timeout: 10_000 }).toBe(true);
}

export function hasSecondStage(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await globalThis.engine.health()).second_stage);
}

/** Searches with the engine in the page and returns the identifiers found. */
export function search(page: Page, query: string): Promise<Outcome<string[]>> {
  return page.evaluate(async (asked) => {
    try {
      const response = await globalThis.engine.search({ query: asked });
      return { value: response.hits.map((hit) => hit.id) };
    } catch (error) {
      const { code, message } = error as Client.VitrineError;
      return { code, message };
    }
  }, query);
}
