/** The first letters, answered before the engine is there. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { VitrineCard } from "../../src/ui/card.ts";
import type { VitrinePanel } from "../../src/ui/panel.ts";
import { violations } from "../axe.ts";
import { TESTDATA } from "../built.ts";
import { test } from "./fixture.ts";
import { shiftsOf, watchShifts } from "./shifts.ts";
import { command, devices, hold, options, picture, type Shop, settled } from "./shop.ts";

const catalogues = join(TESTDATA, "catalogues");

/** Opens the shop with the engine held back until it is let come. */
async function visit(
  shop: Shop,
  device: BrowserContextOptions = devices.desktop,
): Promise<{ page: Page; come: () => void }> {
  const page = await shop.visit("about:blank", { ...device, reducedMotion: "reduce" });
  const come = await hold(page.context(), /\.wasm/);
  await watchShifts(page);
  await page.goto("/");
  return { page, come };
}

/** Types letter by letter, and waits for the table's answer to the whole text. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator("#search").click();
  await page.keyboard.type(text, { delay: 50 });
  await page.waitForFunction((query) => {
    const { results, suggestedFor } = document.querySelector<VitrinePanel>("vitrine-panel")?.store.state ?? {};
    return results?.instant && results.query === query && suggestedFor === query;
  }, text);
  await options(page).first().waitFor();
}

/** The answers to the first letters from before the shop had most of its desks. */
function olderEdition(): string {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-edition-"));
  const products = readFileSync(join(catalogues, "home-en.jsonl"), "utf8").trim().split("\n");
  const catalogue = join(folder, "home-en.jsonl");
  writeFileSync(
    catalogue,
    products
      .filter((_, i) => i % 3 === 0)
      .reverse()
      .join("\n"),
  );
  const config = join(catalogues, "home-en.yaml");
  const out = join(folder, "bundle");
  execFileSync(command, ["build", "--quiet", "--catalog", catalogue, "--config", config, "--out", out]);
  return join(out, "instant.json");
}

/** What the engine by itself finds for a text, by so many stages of its ranking. */
function found(page: Page, query: string, stages: number): Promise<string[]> {
  const script = `import("/engine.js").then(({ openEngine }) => openEngine({ bundle: "/bundle/" }))`;
  return page.evaluate(`(async () => {
    const engine = await ${script};
    await engine.completed;
    const { hits } = await engine.search({ query: ${JSON.stringify(query)}, limit: 24, stages: ${stages} });
    return hits.map(({ id }) => id);
  })()`);
}

const suggestions = (page: Page) => page.locator("vitrine-panel .vitrine-suggestion[role=option]");
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.querySelector("#search")?.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id)?.querySelector<VitrineCard>("vitrine-card")?.hit.id;
  });

test.for(Object.entries(devices))(
  "on a %s the first letters find hits before the engine is there",
  async ([name, device], { shop }) => {
    const { page, come } = await visit(shop, device);
    await type(page, "desk");
    expect(await suggestions(page).count()).toBeGreaterThan(0);
    expect(await page.locator("vitrine-panel .total").textContent()).toMatch(/^\d+ results$/);
    expect(await page.locator("vitrine-results-view .frame").getAttribute("aria-busy")).toBe("true");
    await page.waitForTimeout(600);
    await picture(page, `instant-${name}`);
    expect(await violations(page)).toEqual([]);

    const total = await page.locator("vitrine-panel .total").textContent();
    const texts = await suggestions(page).allTextContents();
    const elements = await options(page).elementHandles();
    const shifts = await shiftsOf(page, async () => {
      come();
      await settled(page);
      await page.locator("vitrine-panel vitrine-facets-view input").first().waitFor({ state: "attached" });
    });
    expect(shifts, "nothing moves when the engine takes over").toBe(0);
    const after = await options(page).elementHandles();
    for (const [place, element] of elements.entries()) {
      const same = await element.evaluate((own, other) => own === other, after[place]);
      expect(same, `the hit at ${place} is the element that was there`).toBe(true);
    }
    expect(after.length).toBeGreaterThan(elements.length);
    expect(await page.locator("vitrine-panel .total").textContent()).toBe(total);
    expect(await suggestions(page).allTextContents()).toEqual(texts);
  },
);

test("the hit that the arrows stand on stays where it is", async ({ shop }) => {
  const { page, come } = await visit(shop);
  await type(page, "desk");
  await page.keyboard.press("ArrowUp");
  const stood = await active(page);
  expect(stood).toBeTruthy();
  come();
  await settled(page);
  expect(await active(page)).toBe(stood);
});

test("a hit can be followed before the engine is there", async ({ shop }) => {
  const { page } = await visit(shop);
  await type(page, "desk");
  await options(page).first().click();
  await page.waitForURL(/product\.html\?id=/);
});

test("the table, the panel's code and the manifest are asked for at once, before the engine's program", async ({
  shop,
}) => {
  const { page } = await visit(shop);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.locator("#search").focus();
  await expect.poll(() => asked.some((path) => path.endsWith(".wasm"))).toBe(true);
  const at = (pattern: RegExp) => asked.findIndex((path) => pattern.test(path));
  for (const first of [/instant\.json$/, /mount-\w+\.js$/, /manifest\.json$/]) {
    expect(at(first), `${first}`).toBeGreaterThanOrEqual(0);
    expect(at(first), `${first}`).toBeLessThan(at(/\.wasm$/));
  }
});

test("a table of another edition of the shop is dropped when the engine says what it has opened", async ({ shop }) => {
  const older = olderEdition();
  const { page, come } = await visit(shop);
  await page.context().route(/instant\.json/, (route) => route.fulfill({ body: readFileSync(older) }));
  const letCards = await hold(page.context(), /\/bundle\/cards/);
  await type(page, "desk");
  expect(await options(page).count()).toBeGreaterThan(0);
  come();
  await page.waitForFunction(() => document.querySelector<VitrinePanel>("vitrine-panel")?.store.state.results === null);
  expect(await options(page).count(), "its products are gone before the engine's are there").toBe(0);
  letCards();
  await options(page).first().waitFor();
  await settled(page);
  const { hits = [], stages = 0 } =
    (await page.evaluate(() => document.querySelector<VitrinePanel>("vitrine-panel")?.store.state.results)) ?? {};
  expect(
    hits.map(({ id }) => id),
    "in the engine's own order",
  ).toEqual(await found(page, "desk", stages));
});

test("without the table the engine answers as ever", async ({ shop }) => {
  const page = await shop.visit("about:blank");
  await page
    .context()
    .route(/instant\.json/, (route) => route.fulfill({ body: "<!doctype html>", contentType: "text/html" }));
  await page.goto("/");
  await page.locator("#search").click();
  await page.keyboard.type("so");
  await options(page).first().waitFor();
});
