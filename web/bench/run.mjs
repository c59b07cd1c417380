// Indexes the sets of a folder, ranks and times them in every host, prints a
// table and writes OUT/report.json. Usage: node web/bench/run.mjs DATA_DIR [OUT]
//
// All figures of a report come from one run on one machine: compare ratios, and
// read absolute times beside the machine that the report names.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { compressedBytes, partsOf } from "../scripts/sizes.mjs";
import { hosts } from "./hosts.mjs";
import { measured } from "./process.mjs";
import { dataSets, readQueries } from "./sets.mjs";
import { rounds, summary } from "./statistics.mjs";
import { table } from "./table.mjs";

const [folder, out = ".cache/bench"] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const report = { machine: machine(), sets: [] };
for (const set of dataSets(folder)) report.sets.push(await benchSet(set));

const file = join(out, "report.json");
writeFileSync(`${file}.new`, `${JSON.stringify(report, null, 2)}\n`);
renameSync(`${file}.new`, file);
console.log(table(report));
console.log(`\nthe whole report: ${file}`);

async function benchSet(set) {
  const bundle = join(out, set.name);
  const build = await step(`${set.name}: build`, () =>
    measured("bin/vitrine", ["build", "--catalog", set.products, "--out", bundle]),
  );
  const { manifest, index, cards } = partsOf(bundle);
  const bytes = await step(`${set.name}: compress`, () => ({
    index: compressedBytes(index),
    cards: compressedBytes(cards),
  }));
  const quality = await step(`${set.name}: eval`, () => evaluate(set, bundle));
  const queries = rounds(readQueries(set.queries));
  const times = {};
  for (const [name, host] of Object.entries(hosts)) {
    const { open, first, each } = await step(`${set.name}: ${name}`, () => host.measure({ ...set, bundle }, queries));
    times[name] = { open, first, engine: summary(each) };
  }
  return {
    name: set.name,
    products: manifest.products,
    build: { seconds: build.seconds, peakBytes: build.peakBytes },
    bytes,
    quality,
    times,
  };
}

async function evaluate(set, bundle) {
  const judged = ["--queries", set.queries, "--qrels", set.qrels, "--relevant-from", `${set.relevantFrom}`];
  const { stdout } = await measured("bin/vitrine", ["eval", "--bundle", bundle, ...judged, "--json"]);
  const { vitrine, bleve } = JSON.parse(stdout);
  return { vitrine, bleve };
}

async function step(title, run) {
  console.error(`==> ${title}`);
  const begin = performance.now();
  const result = await run();
  console.error(`    ${title}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return result;
}

function machine() {
  return { cpu: cpus()[0].model, cores: cpus().length, node: process.version };
}
