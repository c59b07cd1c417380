import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search, untilSecondStage } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

/** Makes the first answers about a file go wrong. */
function fail(file: RegExp, times: number, how: (content: Buffer) => { status?: number; body?: Uint8Array }): void {
  let left = times;
  fixture.shop.intercept = (path, response) => {
    if (!file.test(path) || left-- <= 0) {
      return false;
    }
    const content = readFileSync(join(fixture.shop.folders["/bundle/"] ?? "", path.slice("/bundle/".length)));
    const { status = 200, body = content } = how(content);
    response.writeHead(status, { "Cache-Control": "max-age=31536000, immutable" }).end(body);
    return true;
  };
}

it("fetches every part once, and cards when a hit needs them", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  await untilSecondStage(page);
  const fetched = () => shop.requests.filter((path) => path.endsWith(".mp.gz"));
  const opening = fetched();
  expect(new Set(opening).size).toBe(opening.length);
  expect(opening.filter((path) => path.includes("cards"))).toEqual([]);
  await search(page, "lamp");
  expect(fetched().slice(opening.length)).toEqual([expect.stringContaining("cards")]);
});

it.each([
  ["a server error", () => ({ status: 503 })],
  ["a truncated part", (content: Buffer) => ({ body: content.subarray(0, 50) })],
  ["a part with a changed byte, which the cache keeps", (content: Buffer) => ({ body: flipped(content) })],
])("recovers from %s", async (_, how) => {
  fail(/lexicon/, 1, how);
  expect(await openEngine(fixture.page)).toHaveProperty("value.status", "ok");
  expect(await search(fixture.page, "rug")).toHaveProperty("value");
});

it.each([
  ["a part that is gone", "bundle_missing", () => ({ status: 404 }), "HTTP status 404"],
  [
    "a part that stays truncated",
    "bundle_corrupt",
    () => ({ body: new Uint8Array(50) }),
    "50 bytes, the manifest says",
  ],
  ["a part that stays damaged", "bundle_corrupt", (b: Buffer) => ({ body: flipped(b) }), "truncated or damaged"],
])("gives up on %s, and says so", async (_, code, how, message) => {
  fail(/lexicon/, Number.POSITIVE_INFINITY, how);
  expect(await openEngine(fixture.page)).toMatchObject({
    code,
    message: expect.stringMatching(new RegExp(`^lexicon-.*${message}.*upload the whole bundle again`)),
  });
});

it.each([
  ["no bundle", "/nowhere/", "nowhere/manifest.json: the server answered with HTTP status 404"],
  ["a page", "/", "is no JSON"],
])("says that there is %s", async (_, bundle, message) => {
  fixture.shop.intercept = (path, response) => {
    if (path === "/manifest.json") {
      response.end("<!doctype html>");
    }
    return path === "/manifest.json";
  };
  expect(await openEngine(fixture.page, { bundle })).toMatchObject({
    code: "not_a_bundle",
    message: expect.stringContaining(message),
  });
});

it("may be tried again after a failure", async () => {
  // The page asks, and then the worker.
  fail(/manifest/, 2, () => ({ status: 404 }));
  expect(await openEngine(fixture.page)).toMatchObject({ code: "not_a_bundle" });
  expect(await openEngine(fixture.page)).toHaveProperty("value.status", "ok");
});

function flipped(content: Buffer): Uint8Array {
  const copy = Uint8Array.from(content);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
