import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

/** What the report says of one host. */
interface Times {
  open: number;
  start?: number;
  bundle?: number;
  first: number;
  engine: { count: number; p50: number; p95: number };
  typing?: { count: number };
  memoryBytes?: number;
}

/** What the report says of one system beside its peers. */
interface Compared {
  searching: { count: number; p95: number };
  typing: { count: number };
  memoryBytes: number;
  bytes: { raw: number; brotli: number };
}

/** A data set of the sample catalogue, in which a product answers its own title. */
function sampleData(): string {
  const catalogue = readFileSync(join(root, "testdata/catalogues/home-en.jsonl"));
  const products: { id: string; title: string }[] = `${catalogue}`
    .trim()
    .split("\n")
    .slice(0, 20)
    .map((line) => JSON.parse(line));
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const set = join(folder, "icecat");
  mkdirSync(set);
  writeFileSync(join(set, "products.jsonl.gz"), gzipSync(catalogue));
  writeFileSync(join(set, "queries.tsv"), products.map(({ title }, i) => `q${i}\t${title}\n`).join(""));
  writeFileSync(join(set, "qrels.txt"), products.map(({ id }, i) => `q${i} 0 ${id} 3\n`).join(""));
  return folder;
}

test("a set is built, timed in every host, and compared with its peers", { timeout: 180_000 }, () => {
  const out = mkdtempSync(join(tmpdir(), "bench-out-"));
  const bench = spawnSync(process.execPath, ["web/bench/run.mjs", sampleData(), out], { cwd: root, encoding: "utf8" });
  expect(bench.stderr).not.toMatch(/error/i);
  expect(bench.status).toBe(0);

  const { sets } = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
  expect(sets).toHaveLength(1);
  const [set] = sets;
  expect(set.build.peakBytes).toBeGreaterThan(10e6);
  expect(set.quality.vitrine["recall@10"]).toBe(1);
  expect(set.quality.bleve["recall@10"]).toBeGreaterThan(0.9);
  expect(Object.keys(set.times)).toEqual(["native", "node", "chromium"]);
  for (const host of ["node", "chromium"]) {
    const { open, start, bundle, typing, memoryBytes } = set.times[host] as Required<Times>;
    expect(start, host).toBeGreaterThan(0);
    expect(bundle, host).toBeGreaterThan(0);
    expect(start + bundle, host).toBeLessThan(open + 100);
    expect(typing.count, host).toBeGreaterThan(100);
    // The demo shop takes more than nothing, and less than a phone has.
    expect(memoryBytes, host).toBeGreaterThan(4e6);
    expect(memoryBytes, host).toBeLessThan(64e6);
  }
  for (const [host, { open, first, engine }] of Object.entries<Times>(set.times)) {
    expect(open, host).toBeGreaterThan(0);
    expect(first, host).toBeGreaterThan(0);
    expect(engine.count, host).toBe(500);
    expect(engine.p95, host).toBeGreaterThanOrEqual(engine.p50);
  }
  expect(bench.stdout).toMatch(/\| icecat \| chromium \|/);

  expect(Object.keys(set.peers.systems)).toEqual(["vitrine", "minisearch", "orama"]);
  for (const [system, { searching, typing, memoryBytes, bytes }] of Object.entries<Compared>(set.peers.systems)) {
    expect(searching.count, system).toBe(200);
    expect(typing.count, system).toBe(set.times.node.typing.count);
    expect(memoryBytes, system).toBeGreaterThan(1e5);
    expect(bytes.brotli, system).toBeLessThan(bytes.raw);
  }
  expect(set.peers.quality.vitrine).toEqual(set.quality.vitrine);
  expect(set.peers.quality.minisearch["recall@10"]).toBeGreaterThan(0.9);
  expect(set.peers.quality.orama["recall@10"]).toBeGreaterThan(0.5);
});
