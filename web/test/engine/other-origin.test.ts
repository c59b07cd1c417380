import { afterEach, beforeEach, expect, it } from "vitest";
import { cornerShop, DIST } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { useShop } from "./fixture.ts";
import { type Site, startSite } from "./site.ts";

const fixture = useShop(cornerShop);
let cdn: Site;
beforeEach(async () => {
  cdn = await startSite({ "/vitrine/": DIST });
  cdn.headers["Access-Control-Allow-Origin"] = "*";
});
afterEach(() => cdn.close());

it("starts the worker of a script that lies on another origin", async () => {
  const { page } = fixture;
  expect(await openEngine(page, {}, `${cdn.address}/vitrine/engine.js`)).toHaveProperty("value.status", "ok");
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringMatching(/^blob:/)]);
  expect(await search(page, "rug")).toHaveProperty("value");
});

it("runs in the page where the policy forbids the blob", async () => {
  const { page, shop } = fixture;
  shop.headers["Content-Security-Policy"] =
    `default-src 'none'; script-src 'self' ${cdn.address} 'wasm-unsafe-eval'; connect-src 'self' ${cdn.address}; worker-src 'self'`;
  await page.goto(shop.address);
  expect(await openEngine(page, {}, `${cdn.address}/vitrine/engine.js`)).toHaveProperty("value.status", "ok");
  expect(page.workers()).toHaveLength(0);
});
