import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadingTable } from "../../bench/loading/table.mjs";
import { longestTaskOf } from "../../bench/loading/tag.mjs";
import { interactionToNextPaint, latencies } from "../../bench/loading/typing.mjs";
import { kinds, kindsOf } from "../../bench/loading/wire.mjs";

test("a letter is painted with the last change before the next key", () => {
  const keys = [
    { time: 0, key: "s" },
    { time: 100, key: "o" },
    { time: 200, key: "f" },
    { time: 300, key: "ArrowDown" },
  ];
  const { keys: letters, unchanged, paint } = latencies({ keys, paints: [10, 25, 230, 320] });
  expect(letters).toBe(3);
  expect(unchanged).toBe(1); // "o" changed nothing
  expect(paint).toMatchObject({ count: 2, p50: 25, max: 30 });
});

test("one slow interaction in fifty is forgiven, and two are not", () => {
  const keys = Array.from({ length: 60 }, (_, i) => ({ time: i, key: "a" }));
  expect(interactionToNextPaint({ interactions: [40, 300, 24], keys })).toBe(40);
  expect(interactionToNextPaint({ interactions: [40, 300, 24], keys: keys.slice(0, 10) })).toBe(300);
  expect(interactionToNextPaint({ interactions: [], keys })).toBe(0);
});

test("the longest task is looked for where the script runs, on its thread", () => {
  const script = "http://shop/vitrine.js";
  const task = (tid: number, ts: number, dur: number) => ({ name: "RunTask", pid: 1, tid, ts, dur });
  const events = [
    task(1, 0, 30_000),
    task(1, 50_000, 200_000),
    task(2, 0, 90_000),
    { name: "v8.compileModule", pid: 1, tid: 1, ts: 1000, args: { fileName: script } },
    { name: "v8.compileModule", pid: 1, tid: 1, ts: 60_000, args: { fileName: "http://shop/other.js" } },
  ];
  expect(longestTaskOf(events, script)).toBe(30);
  expect(() => longestTaskOf(events, "http://shop/none.js")).toThrow(/no task/);
});

test("what is fetched is told apart by what it is for", () => {
  const bundle = mkdtempSync(join(tmpdir(), "bundle-"));
  const parts = [
    { name: "lexicon", file: "lexicon-1.mp" },
    { name: "embeddings", file: "embeddings-2.mp" },
  ];
  const cards = [{ name: "cards-000", file: "cards-000-3.mp" }];
  writeFileSync(join(bundle, "manifest.json"), JSON.stringify({ parts, cards }));
  const kindOf = kindsOf(bundle);
  for (const [path, kind] of Object.entries({
    "vitrine.js": "tag",
    "chunk-ABCDEFGH.js": "panel",
    "worker-ABCDEFGH.js": "worker",
    "vitrine.wasm?v=0123": "wasm",
    "bundle/instant.json": "instant",
    "bundle/manifest.json": "index",
    "bundle/lexicon-1.mp.gz": "index",
    "bundle/embeddings-2.mp": "second stage",
    "bundle/cards-000-3.mp": "cards",
    "scripts/basket.js": "shop",
    "pictures/sofa.svg": "shop",
  })) {
    expect(kindOf(`http://shop/${path}`), path).toBe(kind);
  }
});

test("a figure that misses its target is marked", () => {
  const bytes = Object.fromEntries(kinds.map((kind) => [kind, 1000]));
  const condition = { shop: "icecat", large: true, network: "fast 4G", slow: false, shifts: 0, bytes };
  const text = loadingTable({
    tag: { gzip: 5400, task: 70, slowTask: 90 },
    proofs: [],
    visits: [{ ...condition, visit: "first", suggestion: 400, keyword: 2500, reranked: 3000 }],
    typing: [
      { shop: "icecat", slow: true, keys: 9, unchanged: 1, paint: { p50: 9, p95: 90, max: 99 }, inp: 0, shifts: 0 },
    ],
  });
  expect(text).toContain("| 5.4 kB ≤ 6.0 kB | 70 ms > ! 50 ms |");
  expect(text).toContain("| 400 ms ≤ 500 ms  | 2500 ms > ! 2200 ms | 3000 ms ≤ 3200 ms |");
  expect(text).toMatch(/\| 90 ms > ! 80 ms \| 99 ms \| < 16 ms \| 0\.000 \|/);
});
