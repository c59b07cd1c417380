import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

const partsAsked = () => fixture.shop.requests.filter((path) => /\.mp\b/.test(path));
const isGzip = (path: string) => path.endsWith(".mp.gz");

it("asks for the parts and the cards as gzip, which any host sends", async () => {
  await openEngine(fixture.page);
  expect(await search(fixture.page, "lamp")).toHaveProperty("value");
  expect(partsAsked()).toContainEqual(expect.stringMatching(/cards-.*gz$/));
  expect(partsAsked().every(isGzip)).toBe(true);
});

it("takes what the browser has inflated, from a host that declares .gz files compressed", async () => {
  const { page, shop } = fixture;
  shop.intercept = (path, response) => {
    if (isGzip(path)) {
      const content = readFileSync(join(shop.folders["/bundle/"] ?? "", path.slice("/bundle/".length)));
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(content);
    }
    return isGzip(path);
  };
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  expect(partsAsked().every(isGzip)).toBe(true);
});

it.each<[string, number, (gzip: Buffer) => Uint8Array | string]>([
  ["was not uploaded", 404, () => ""],
  ["is answered with a page", 200, () => "<!doctype html>"],
  ["is truncated", 200, (gzip) => gzip.subarray(0, gzip.length >> 1)],
  ["is damaged", 200, (gzip) => Buffer.from(gzip).fill(0xff, gzip.length >> 1)],
  ["is empty", 200, () => ""],
])("takes the parts themselves where their gzip %s", async (_, status, how) => {
  const { page, shop } = fixture;
  shop.intercept = (path, response) => {
    if (isGzip(path)) {
      const content = readFileSync(join(shop.folders["/bundle/"] ?? "", path.slice("/bundle/".length)));
      response.writeHead(status, { "Cache-Control": "max-age=31536000, immutable" }).end(how(content));
    }
    return isGzip(path);
  };
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  expect(await search(page, "lamp")).toHaveProperty("value");
  const lexicon = partsAsked().filter((path) => path.includes("lexicon"));
  expect(lexicon.map(isGzip), "once more past the cache, and then the part").toEqual([true, true, false]);
});

it("leaves the compressing to a host that says that it negotiates", async () => {
  fixture.shop.headers["Vitrine-Parts"] = "negotiated";
  await openEngine(fixture.page);
  expect(await search(fixture.page, "lamp")).toHaveProperty("value");
  expect(partsAsked()).not.toEqual([]);
  expect(partsAsked().filter(isGzip)).toEqual([]);
});

it("takes the parts themselves in a browser that cannot inflate", async () => {
  const { page } = fixture;
  await page.evaluate("delete globalThis.DecompressionStream");
  expect(await openEngine(page, { worker: false })).toHaveProperty("value.status", "ok");
  expect(partsAsked()).not.toEqual([]);
  expect(partsAsked().filter(isGzip)).toEqual([]);
});
