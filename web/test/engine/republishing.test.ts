import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { cornerShop, demoShop, temporaryFolder } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { FAULTS, fail } from "./faults.ts";
import { useShop } from "./fixture.ts";

const old = cornerShop();
const fixture = useShop(() => old);

/** The shop's folder on its server, which a new bundle is uploaded into beside the old files. */
let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), "bundle");
  cpSync(old, folder, { recursive: true });
  fixture.shop.folders["/bundle/"] = folder;
  return () => rmSync(folder, { recursive: true });
});

const published = demoShop();

function publish(leaveOut?: RegExp): void {
  cpSync(published, folder, { recursive: true, filter: (file) => !leaveOut?.test(file) });
}

const products = () => fixture.page.evaluate(async () => (await globalThis.engine.health()).products);
/** What the first stage of the ranking finds: the second comes a while after each. */
const firstStage = () =>
  fixture.page.evaluate(async () =>
    (await globalThis.engine.search({ query: "lamp", stages: 1 })).hits.map(({ id }) => id),
  );
/** Tells the engine that the shopper is back. */
const comeBack = () => fixture.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

it("is found when the shopper comes back after a while, and taken over whole while searches are answered", async () => {
  const { page } = fixture;
  await openEngine(page, { checkInterval: 200 });
  const before = await firstStage();
  publish();
  await page.waitForTimeout(200);
  const answers = page.evaluate(async () => {
    const seen: string[][] = [];
    for (let old = true; old; old = (await globalThis.engine.health()).products === 28) {
      const { hits } = await globalThis.engine.search({ query: "lamp", stages: 1 });
      seen.push(hits.map(({ id }) => id));
    }
    return seen;
  });
  await comeBack();
  const seen = await answers;
  const after = await firstStage();
  expect(after).not.toEqual(before);
  for (const ids of seen) expect([before, after]).toContainEqual(ids);
  expect(seen[0]).toEqual(before);
});

it("is found with a search after a while, and not looked for before", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  const looks = () => shop.requests.filter((path) => path.includes("manifest")).length;
  await search(page, "lamp");
  await comeBack();
  await search(page, "lamp");
  expect(looks()).toBe(1);
  await openEngine(page, { checkInterval: 300 });
  publish();
  await page.waitForTimeout(300);
  await search(page, "rug");
  await expect.poll(products, { timeout: 10_000 }).toBeGreaterThan(28);
});

it("is left alone while a part of it is missing", async () => {
  const { page } = fixture;
  await openEngine(page, { checkInterval: 0 });
  const before = await search(page, "lamp");
  publish(/lexicon/);
  await page.waitForTimeout(1500);
  expect(await products()).toBe(28);
  expect(await search(page, "lamp")).toEqual(before);
  publish();
  await expect.poll(() => search(page, "lamp").then(products), { timeout: 10_000, interval: 500 }).toBeGreaterThan(28);
});

it("is left alone at the next visit, too, while a part of it is missing", async () => {
  const { page } = fixture;
  await openEngine(page);
  publish(/lexicon/);
  await page.reload();
  expect(await openEngine(page)).toHaveProperty("value.products", 28);
});

it("is taken over when its manifest came late", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  await page.reload();
  publish();
  let release = () => {};
  fail(
    shop,
    /manifest/,
    (response, content) => {
      release = () => response.end(content);
    },
    1,
  );
  expect(await openEngine(page, { manifestTimeout: 300 })).toHaveProperty("value.products", 28);
  release();
  await expect.poll(products, { timeout: 10_000 }).toBeGreaterThan(28);
});

it("is found when the network is there again", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  await page.reload();
  fail(shop, /manifest/, FAULTS["loses its connection"] ?? (() => {}));
  publish();
  expect(await openEngine(page)).toHaveProperty("value.products", 28);
  shop.intercept = () => false;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(products, { timeout: 10_000 }).toBeGreaterThan(28);
});
