import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prove } from "../../bench/loading/proof.mjs";
import { choose, serve } from "../../bench/loading/shops.mjs";
import { longestTask } from "../../bench/loading/tag.mjs";
import { visit } from "../../bench/loading/visit.mjs";

const site = "dist/demo";
const bundle = `${site}/bundle`;
const root = resolve(import.meta.dirname, "../../..");
const before = process.cwd();
const profile = () => mkdtempSync(join(tmpdir(), "loading-"));
let server: { address: string; close: () => void };

beforeAll(async () => {
  process.chdir(root);
  server = await serve(site, bundle);
});

afterAll(() => {
  server.close();
  process.chdir(before);
});

test("a second visit takes from the cache what the first one loaded", { timeout: 120_000 }, async () => {
  const shop = { address: server.address, bundle, ...(await choose(bundle, ["linen sofa", "walnut desk"])) };
  const shared = profile();
  const first = await visit(shared, shop, { network: "none", slow: false });
  expect(first.suggestion).toBeGreaterThan(0);
  expect(first.keyword).toBeGreaterThanOrEqual(first.suggestion);
  expect(first.reranked).toBeGreaterThanOrEqual(first.keyword);
  for (const kind of ["shop", "tag", "worker", "wasm", "index", "cards", "second stage"]) {
    expect(first.bytes[kind], kind).toBeGreaterThan(500);
  }
  // As `vitrine serve` sends it: with brotli.
  expect(first.bytes["wasm"]).toBeLessThan(1.1e6);

  const second = await visit(shared, shop, { network: "none", slow: false });
  for (const kind of ["worker", "wasm", "cards", "second stage"]) expect(second.bytes[kind], kind).toBe(0);
  // The manifest is asked for again.
  expect(second.bytes["index"]).toBeLessThan(2000);
});

test("a slow network is slow in the page and in its worker", { timeout: 60_000 }, async () => {
  const { download } = await prove(profile(), profile(), { network: "fast 4G", slow: false });
  // 100 kB at 9 Mbit/s and 165 ms before the first byte.
  expect(download.page).toBeGreaterThan(165 + 80);
  expect(download.worker).toBeGreaterThan(165 + 80);
});

test("the task in which the tag runs is found in a trace", { timeout: 60_000 }, async () => {
  const task = await longestTask(profile(), server.address, false);
  expect(task).toBeGreaterThan(0.1);
  expect(task).toBeLessThan(5000);
});
