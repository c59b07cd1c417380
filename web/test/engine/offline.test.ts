import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search, untilSecondStage } from "./browser.ts";
import { FAULTS, fail } from "./faults.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

/** Loads the page and the widget's script again, and then cuts the network. */
async function comeBackOffline(): Promise<void> {
  const { page, shop } = fixture;
  await page.reload();
  await page.evaluate(`import("/dist/engine.js")`);
  await page.context().setOffline(true);
  shop.intercept = (_, response) => {
    response.destroy();
    return true;
  };
}

async function visit(page: Page): Promise<unknown> {
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  await untilSecondStage(page);
  return search(page, "orla lamp");
}

describe.each([
  ["says nothing about caching", undefined],
  ["lets nothing be used unasked", "no-cache"],
  ["lets everything be kept", "max-age=31536000, immutable"],
  ["forbids browsers to keep anything", "no-store"],
])("where the host %s", (_, control) => {
  it("a second visit needs no network, for the second stage and for cards that were seen", async () => {
    const { page, shop } = fixture;
    shop.intercept = (path, response) => {
      const ours = path.startsWith("/bundle/") || path.endsWith(".wasm");
      if (control !== undefined && ours) response.setHeader("Cache-Control", control);
      return false;
    };
    const online = await visit(page);
    await comeBackOffline();
    expect(await visit(page)).toEqual(online);
  });
});

it("needs nothing of the network that the host forbids to keep, but the manifest and the engine", async () => {
  const { page, shop } = fixture;
  shop.headers["Cache-Control"] = "no-store";
  await visit(page);
  shop.requests.length = 0;
  await page.reload();
  await visit(page);
  expect(shop.requests.filter((path) => path.includes(".mp"))).toEqual([]);
});

it("forgets the files of a bundle that was replaced", async () => {
  const { page, shop } = fixture;
  shop.headers["Cache-Control"] = "no-store";
  await visit(page);
  const kept = () =>
    page.evaluate(async () => {
      const [name = ""] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => url.replace(/.*\//, ""));
    });
  const before = await kept();
  expect(before.filter((file) => file.startsWith("lexicon"))).toHaveLength(1);
  shop.folders["/bundle/"] = cornerShop("--no-train");
  await page.reload();
  await openEngine(page);
  await expect.poll(async () => (await kept()).filter((file) => /embeddings|reranker/.test(file))).toEqual([]);
  expect(await kept()).toContain("manifest.json");
});

describe("the network of a hotel, which answers everything with its own page,", () => {
  const everything = /^\/bundle\//;

  it("does not matter at a second visit", async () => {
    const { page, shop } = fixture;
    const before = await visit(page);
    await page.reload();
    fail(shop, everything, FAULTS["is a page of the network's, and kept by the cache"] ?? (() => {}));
    expect(await visit(page)).toEqual(before);
  });

  it("is forgotten once it is left", async () => {
    const { page, shop } = fixture;
    fail(shop, everything, FAULTS["is a page of the network's, and kept by the cache"] ?? (() => {}));
    expect(await openEngine(page)).toHaveProperty("code", "not_a_bundle");
    shop.intercept = () => false;
    await page.reload();
    await visit(page);
  });
});

it("opens the last bundle where the manifest takes too long", async () => {
  const { page, shop } = fixture;
  await visit(page);
  await page.reload();
  fail(shop, /manifest/, () => {});
  expect(await openEngine(page, { manifestTimeout: 300 })).toHaveProperty("value.status", "ok");
});
