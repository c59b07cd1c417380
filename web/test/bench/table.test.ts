import { expect, test } from "vitest";
import { table } from "../../bench/table.mjs";

test("a report becomes aligned tables with every system, host and peer", () => {
  const bytes = { raw: 3e6, gzip: 2e6, brotli: 1e6 };
  const engine = { count: 500, p50: 0.123, p95: 1.5, p99: 12, max: 130 };
  const cost = (searching: typeof engine) => ({ searching, typing: engine, buildSeconds: 1, memoryBytes: 34e6, bytes });
  const set = {
    name: "icecat",
    products: 19406,
    build: { seconds: 12.34, peakBytes: 450e6 },
    bytes: { index: bytes, cards: bytes },
    quality: { vitrine: { "ndcg@10_full": 0.8123 }, bleve: { "ndcg@10_full": 0.684 } },
    times: {
      native: { open: 40, first: 1, engine },
      node: { open: 90, start: 60, bundle: 25, first: 1, engine, typing: engine, memoryBytes: 31e6 },
    },
    peers: {
      queries: 71,
      systems: { vitrine: cost(engine), minisearch: cost({ ...engine, p95: 15 }) },
      quality: { vitrine: { "ndcg@10_full": 0.8123 }, minisearch: { "ndcg@10_full": 0.742 } },
    },
  };
  const lines = table({ sets: [set] }).split("\n");
  const line = (pattern: RegExp) => lines.find((each) => pattern.test(each));
  expect(lines[2]).toMatch(
    /^\| icecat \| 19,406 {3}\| 12\.3 s \| 450 MB \| 3\.00 MB \| 2\.00 MB \| 1\.00 MB \| 1\.00 MB {6}\|$/,
  );
  expect(lines.filter((line) => /^\| icecat \| (vitrine \| 0\.812|bleve {3}\| 0\.684)/.test(line))).toHaveLength(2);
  expect(line(/\| native /)).toMatch(
    / 40 ms \| +\| +\| 1\.00 ms +\| 0\.12 ms \| 1\.50 ms \| 12 ms \| 130 ms \| +\| +\|$/,
  );
  expect(line(/\| node /)).toMatch(/ 90 ms \| 60 ms +\| 25 ms +\| 1\.00 ms .* 130 ms \| 1\.50 ms +\| 31\.00 MB \|$/);
  expect(line(/\| minisearch \| 0\.12 ms /)).toMatch(
    / 15 ms +\| 12 ms \| 10\.0 x .* 1\.0 x +\| 1\.0 s +\| 34\.00 MB \| 3\.00 MB \|/,
  );
  expect(line(/71 queries \| minisearch/)).toMatch(/\| 0\.742 /);
});
