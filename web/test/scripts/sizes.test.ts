import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSizes, replaceSizes } from "../../scripts/readme-sizes.mjs";
import { exceeded, markdown, sizes } from "../../scripts/sizes.mjs";

const budgets = {
  files: [
    { name: "engine", files: ["vitrine.wasm"], encoding: "gzip" as const, atMost: 10 },
    { name: "widget", files: ["vitrine.js", "chunk-*.js"], encoding: "gzip" as const, atMost: 1000 },
  ],
  bundle: { encoding: "brotli" as const, atMostPerProduct: 1000, secondStageAtMost: 500, instantAtMost: 50 },
};

function build(): { dist: string; bundle: string } {
  const dist = mkdtempSync(join(tmpdir(), "sizes-"));
  const bundle = join(dist, "bundle");
  mkdirSync(bundle);
  writeFileSync(join(dist, "vitrine.wasm"), "engine ".repeat(1000));
  for (const name of ["vitrine.js", "chunk-A1.js", "chunk-B2.js", "engine.js"]) writeFileSync(join(dist, name), "code");
  writeFileSync(join(bundle, "instant.json"), "{}");
  writeFileSync(join(bundle, "lexicon.bin"), "x".repeat(300));
  writeFileSync(join(bundle, "embeddings.bin"), "z".repeat(100));
  writeFileSync(join(bundle, "cards.bin"), "y".repeat(200));
  const manifest = {
    products: 3,
    parts: [
      { name: "lexicon", file: "lexicon.bin" },
      { name: "embeddings", file: "embeddings.bin" },
    ],
    cards: [{ file: "cards.bin" }],
    cards_per_chunk: 3,
  };
  writeFileSync(join(bundle, "manifest.json"), JSON.stringify(manifest));
  return { dist, bundle };
}

test("sizes are those of the files, the index is the manifest with the parts that searching needs", () => {
  const { dist, bundle } = build();
  const [engine, widget, instant, index, secondStage, cards] = sizes(dist, bundle, budgets);
  expect(engine?.bytes.raw).toBe(7000);
  expect(engine?.bytes.gzip).toBeLessThan(100);
  expect(widget?.bytes.raw, "vitrine.js and both chunks").toBe(12);
  expect(instant).toMatchObject({ bytes: { raw: 2 }, encoding: "gzip", atMost: 50 });
  expect(index?.bytes.raw).toBe(300 + readFileSync(join(bundle, "manifest.json")).length);
  expect(index?.atMost).toBe(3000);
  expect(secondStage).toMatchObject({ bytes: { raw: 100 }, atMost: 500 });
  expect(cards).toMatchObject({ bytes: { raw: 200 } });
});

test("only rows over their budget are reported", () => {
  const { dist, bundle } = build();
  expect(exceeded(sizes(dist, bundle, budgets)).map((row) => row.name)).toEqual(["engine, `vitrine.wasm`"]);
});

test("a program that was not built is an error, not a size of nothing", () => {
  const { dist, bundle } = build();
  rmSync(join(dist, "vitrine.wasm"));
  expect(() => sizes(dist, bundle, budgets)).toThrow("no vitrine.wasm; ./build.sh build makes it");
});

test("the table that is written into a README is the one that is read back", () => {
  const { dist, bundle } = build();
  const table = markdown(sizes(dist, bundle, budgets));
  const readme = replaceSizes("before\n<!-- sizes -->\nold\n<!-- /sizes -->\nafter\n", table);
  expect(readme).toBe(`before\n<!-- sizes -->\n${table}\n<!-- /sizes -->\nafter\n`);
  expect(readSizes(readme).get("engine, `vitrine.wasm`")?.[2]).toBe(7);
  expect(replaceSizes(readme, table)).toBe(readme);
});
