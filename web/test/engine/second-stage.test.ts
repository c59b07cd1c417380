import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { compileWasm, cornerShop } from "../built.ts";
import { hasSecondStage, openEngine, search, untilSecondStage } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

const isTable = (path: string) => path.includes("embeddings");
const isSecondStage = (path: string) => /embeddings|reranker/.test(path);

/** What the page's console has been warned of. */
let warnings: string[];
beforeEach(() => {
  warnings = [];
  fixture.page.on("console", (message) => {
    if (message.type() === "warning") warnings.push(message.text());
  });
});

/** Answers for the table instead of the shop. */
function answerForTable(how: (content: Buffer) => { status?: number; body?: Uint8Array }): void {
  fixture.shop.intercept = (path, response) => {
    if (!isTable(path)) return false;
    const { status = 200, body = new Uint8Array() } = how(readFileSync(fileOf(path)));
    response.writeHead(status, { "Cache-Control": "max-age=31536000, immutable" }).end(body);
    return true;
  };
}

it("is fetched after the parts that searching needs, and searches are answered before it is there", async () => {
  const { page, shop } = fixture;
  let release = () => {};
  shop.intercept = (path, response) => {
    if (!isTable(path)) return false;
    release = () => response.end(readFileSync(fileOf(path)));
    return true;
  };
  expect(await openEngine(page)).toHaveProperty("value.second_stage", false);
  expect(await search(page, "rug")).toMatchObject({ value: expect.arrayContaining([expect.any(String)]) });
  // Its parts come side by side.
  await expect.poll(() => shop.requests.filter(isSecondStage)).toHaveLength(2);
  const parts = shop.requests.filter((path) => path.includes(".mp") && !path.includes("cards"));
  expect(parts.slice(-2).every(isSecondStage)).toBe(true);
  expect(await hasSecondStage(page)).toBe(false);
  release();
  // Whoever waits for it need not ask.
  await page.evaluate(() => globalThis.engine.completed);
  expect(await hasSecondStage(page)).toBe(true);
  expect(warnings).toEqual([]);
});

it.each([
  ["damaged", "truncated or damaged", (content: Buffer) => ({ body: flipped(content) })],
  ["gone", "HTTP status 404", () => ({ status: 404 })],
  ["something else", "50 bytes", () => ({ body: new Uint8Array(50) })],
])("is gone without where it is %s, with a warning", async (_, reason, how) => {
  answerForTable(how);
  const { page } = fixture;
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  await expect.poll(() => warnings, { timeout: 10_000 }).toHaveLength(1);
  expect(warnings[0]).toMatch(/^vitrine: the first stage ranks alone, since the second cannot be loaded: embeddings-/);
  expect(warnings[0]).toContain(reason);
  expect(await search(page, "rug")).toMatchObject({ value: expect.arrayContaining([expect.any(String)]) });
  expect(await hasSecondStage(page)).toBe(false);
});

it("is asked for again, past the cache, where a cached copy is damaged", async () => {
  let damaged = 0;
  fixture.shop.intercept = (path, response) => {
    if (!isTable(path) || (!path.endsWith(".gz") && damaged++ > 0)) return false;
    // The checksum is the part's: without the gzip only the engine sees the damage.
    const [status, body] = path.endsWith(".gz") ? [404, ""] : [200, flipped(readFileSync(fileOf(path)))];
    response.writeHead(status, { "Cache-Control": "max-age=31536000, immutable" }).end(body);
    return true;
  };
  await openEngine(fixture.page);
  await untilSecondStage(fixture.page);
  expect(warnings).toEqual([]);
});

it("warns whoever opened the engine", async () => {
  answerForTable(() => ({ status: 404 }));
  const { page } = fixture;
  await openEngine(page);
  const warned = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const onWarning = (warning: { name: string; code: string }) => resolve(`${warning.name} ${warning.code}`);
        void globalThis.vitrine.openEngine({ bundle: "/bundle/", onWarning });
      }),
  );
  expect(warned).toBe("VitrineError bundle_missing");
});

it("is that of the new bundle when the shop has published one meanwhile", async () => {
  const { page, shop } = fixture;
  const published = cornerShop();
  const path = join(published, "manifest.json");
  writeFileSync(path, readFileSync(path, "utf8").replace(/"shop": "[^"]*"/, '"shop": "published"'));
  let gone = 0;
  shop.intercept = (path, response) => {
    if (!isTable(path) || shop.folders["/bundle/"] === published) return false;
    gone++;
    shop.folders["/bundle/"] = published;
    response.writeHead(404).end();
    return true;
  };
  await openEngine(page);
  await untilSecondStage(page);
  expect(gone).toBe(1);
  expect(warnings).toEqual([]);
});

describe.each([
  ["a panic", "panic", "the engine panicked"],
  ["the end of the program", "exit", "exit status 3"],
])("after %s in it", (_, shopName, reason) => {
  it("searches are answered, and it is not tried again", async () => {
    const { page, shop } = fixture;
    shop.folders["/faulty/"] = dirname(compileWasm("./wasm/internal/jsbridge/testdata/faulty"));
    shop.intercept = (path, response) => {
      if (!path.endsWith("manifest.json")) return false;
      response.end(JSON.stringify({ format: 3, features: 3, shop: shopName, products: 0, parts: [], cards: [] }));
      return true;
    };
    await openEngine(page, { wasm: "/faulty/program.wasm" });
    await expect.poll(() => warnings, { timeout: 10_000 }).toEqual([expect.stringContaining(reason)]);
    expect(await search(page, "lamp")).toEqual({ value: [] });
    expect(await search(page, "panic")).toMatchObject({ code: "internal" });
    expect(await search(page, "lamp")).toEqual({ value: [] });
    expect(warnings).toHaveLength(1);
  });
});

function fileOf(path: string): string {
  return join(fixture.shop.folders["/bundle/"] ?? "", path.slice("/bundle/".length));
}

function flipped(content: Buffer): Uint8Array {
  const copy = Uint8Array.from(content);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
