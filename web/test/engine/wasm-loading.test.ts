import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cornerShop, DIST } from "../built.ts";
import { openEngine } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);
const isWasm = (path: string) => path.startsWith("/dist/vitrine.wasm");

it("is fetched once, by the hash of its content", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  expect(shop.requests.filter(isWasm)).toEqual([expect.stringMatching(/\?v=[0-9a-f]{12}$/)]);
});

it("compiles under a MIME type that cannot be streamed", async () => {
  const { page, shop } = fixture;
  shop.intercept = (path, response) => {
    if (isWasm(path)) {
      response.setHeader("Content-Type", "application/octet-stream");
    }
    return false;
  };
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
});

it("is fetched again when it arrives truncated", async () => {
  const { page, shop } = fixture;
  let damaged = 1;
  shop.intercept = (path, response) => {
    if (!isWasm(path) || damaged-- <= 0) {
      return false;
    }
    response.setHeader("Content-Type", "application/wasm").setHeader("Cache-Control", "max-age=31536000, immutable");
    response.end(readFileSync(join(DIST, "vitrine.wasm")).subarray(0, 100_000));
    return true;
  };
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
});

it("is missing", async () => {
  const { page } = fixture;
  expect(await openEngine(page, { wasm: "/nowhere/vitrine.wasm" })).toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/nowhere\/vitrine\.wasm: the server answered with HTTP status 404/),
  });
});
