import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { VitrineError } from "../../src/engine/client.ts";
import { demoShop } from "../built.ts";
import { openEngine } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(demoShop);

/** The page of 24 hits for "linen", which lie in all chunks of cards; or the code of the failure. */
function linen(page: Page): Promise<{ ids: string[]; missing?: number | undefined; total: number } | string> {
  return page.evaluate(async () => {
    try {
      // By the first stage alone, whenever the second comes.
      const found = await globalThis.engine.search({ query: "linen", limit: 24, stages: 1 });
      return { ids: found.hits.map(({ id }) => id), missing: found.missing, total: found.total };
    } catch (error) {
      return (error as VitrineError).code;
    }
  });
}

/** What the whole page is, which a page of its own has asked for. */
async function whole(): Promise<{ ids: string[]; total: number }> {
  const { page } = fixture;
  await openEngine(page);
  const found = await linen(page);
  if (typeof found === "string") throw new Error(found);
  expect(found.missing).toBeUndefined();
  await page.reload();
  // A cached chunk could be had whatever the network does.
  await (await page.context().newCDPSession(page)).send("Network.clearBrowserCache");
  return found;
}

it("leaves out the hits whose cards cannot be had, and has them when they can", { timeout: 30_000 }, async () => {
  const { page, shop } = fixture;
  const all = await whole();
  let away = true;
  shop.intercept = (path, response) => {
    if (!away || !/cards-00[135]/.test(path)) return false;
    response.destroy();
    return true;
  };
  await openEngine(page);
  const found = await linen(page);
  if (typeof found === "string") throw new Error(found);
  expect(found.total).toBe(all.total);
  expect(found.missing).toBeGreaterThan(0);
  expect(found.ids.length + (found.missing ?? 0)).toBe(24);
  expect(found.ids, "in their order").toEqual(all.ids.filter((id) => found.ids.includes(id)));
  away = false;
  await expect.poll(() => linen(page), { timeout: 5000 }).toMatchObject({ ids: all.ids });
});

it("fails where the cards of no hit can be had", { timeout: 30_000 }, async () => {
  const { page, shop } = fixture;
  shop.intercept = (path, response) => {
    if (!path.includes("cards-")) return false;
    response.writeHead(404).end();
    return true;
  };
  await openEngine(page);
  expect(await linen(page)).toBe("bundle_missing");
});

it("names the bundle that is open as its table does", async () => {
  const { page } = fixture;
  await openEngine(page);
  const [opened, table] = await page.evaluate(async () => {
    const { bundle } = await (await fetch("/bundle/instant.json")).json();
    return [globalThis.engine.bundle, bundle];
  });
  expect(opened).toMatch(/^lexicon-[0-9a-f]+\.mp$/);
  expect(opened).toBe(table);
});
