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

it("takes the parts themselves where their gzip was not uploaded", async () => {
  const { page, shop } = fixture;
  shop.intercept = (path, response) => {
    if (isGzip(path)) {
      response.writeHead(404).end();
    }
    return isGzip(path);
  };
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  expect(await search(page, "lamp")).toHaveProperty("value");
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
