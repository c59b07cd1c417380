import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { replaceTable } from "../../scripts/readme-table.mjs";

const root = resolve(import.meta.dirname, "../../..");

test("a catalogue of each size is made, built, opened and asked, and the README says what it cost", {
  timeout: 180_000,
}, () => {
  const out = mkdtempSync(join(tmpdir(), "scale-"));
  const readme = join(out, "README.md");
  writeFileSync(readme, "# Shop\n\n<!-- scale -->\nold\n<!-- /scale -->\n\nEnd\n");
  const scale = ["web/bench/scale.mjs", out, readme, "100", "400"];
  const bench = spawnSync(process.execPath, scale, { cwd: root, encoding: "utf8" });
  expect(bench.stderr).not.toMatch(/error/i);
  expect(bench.status).toBe(0);

  const { points } = JSON.parse(readFileSync(join(out, "scale.json"), "utf8"));
  expect(points.map(({ products }: { products: number }) => products)).toEqual([100, 400]);
  const [small, large] = points;
  expect(large.bytes.index.raw).toBeGreaterThan(small.bytes.index.raw);
  for (const { times, build } of points) {
    expect(Object.keys(times)).toEqual(["node", "chromium"]);
    expect(times.chromium.engine.count).toBe(1000);
    expect(times.chromium.bundle).toBeLessThan(times.chromium.open);
    expect(build.peakBytes).toBeGreaterThan(10e6);
  }
  const lines = readFileSync(readme, "utf8").split("\n");
  expect(lines.slice(0, 3)).toEqual(["# Shop", "", "<!-- scale -->"]);
  expect(lines[3]).toMatch(/^\| products \| build \|.* p95 \| typing p95 \|/);
  expect(lines[5]).toMatch(/^\| 100 \| \d+\.\d s \| \d+ MB \|/);
  expect(lines[6]).toMatch(/^\| 400 \| .* ms \| \d+ MB \|$/);
  expect(lines.slice(7)).toEqual(["<!-- /scale -->", "", "End", ""]);
});

test("a README without the markers is an error that names them", () => {
  expect(() => replaceTable("# Shop\n", "scale", "| a |")).toThrow("no <!-- scale --> ... <!-- /scale -->");
});
