import { expect, test } from "vitest";
import { table } from "../../bench/table.mjs";

test("a report becomes aligned tables with every system and host", () => {
  const bytes = { raw: 3e6, gzip: 2e6, brotli: 1e6 };
  const engine = { count: 500, p50: 0.123, p95: 1.5, p99: 12, max: 130 };
  const set = {
    name: "icecat",
    products: 19406,
    build: { seconds: 12.34, peakBytes: 450e6 },
    bytes: { index: bytes, cards: bytes },
    quality: { vitrine: { "ndcg@10_full": 0.8123 }, bleve: { "ndcg@10_full": 0.684 } },
    times: { native: { open: 40, first: 1, engine } },
  };
  const lines = table({ sets: [set] }).split("\n");
  expect(lines[2]).toMatch(
    /^\| icecat \| 19,406 {3}\| 12\.3 s \| 450\.00 MB \| 3\.00 MB \| 2\.00 MB \| 1\.00 MB \| 1\.00 MB {6}\|$/,
  );
  expect(lines.filter((line) => /\| vitrine \| 0\.812|\| bleve {3}\| 0\.684/.test(line))).toHaveLength(2);
  expect(lines.at(-1)).toMatch(/\| native \| 40 ms \| 1\.00 ms {5}\| 0\.12 ms \| 1\.50 ms \| 12 ms \| 130 ms \|/);
});
