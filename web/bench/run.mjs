// Indexes the sets of a folder, ranks and times them in every host and beside
// the JavaScript search engines, prints tables and writes OUT/report.json.
// Usage: node web/bench/run.mjs DATA_DIR [OUT]
//
// All figures of a report come from one run on one machine: compare ratios, and
// read absolute times beside the machine that the report names.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "./compare.mjs";
import { indexSet } from "./index-set.mjs";
import { measured } from "./process.mjs";
import { writeReport } from "./report.mjs";
import { dataSets, readQueries } from "./sets.mjs";
import { rounds } from "./statistics.mjs";
import { step } from "./step.mjs";
import { table } from "./table.mjs";
import { timeHosts } from "./time-hosts.mjs";
import { keystrokes, sample } from "./workload.mjs";

/** How many queries of a set the peers are asked: the slowest takes a tenth of a second for each. */
const comparedQueries = 200;

const [folder, out = ".cache/bench"] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const sets = [];
for (const set of dataSets(folder)) sets.push(await benchSet(set));
console.log(table({ sets }));
console.log(`\nthe whole report: ${writeReport(out, "report.json", { sets })}`);

async function benchSet(dataSet) {
  const set = { ...dataSet, bundle: join(out, dataSet.name) };
  const indexed = await indexSet(set.name, set.products, set.bundle);
  const queries = readQueries(set.queries);
  const sampled = sample(queries, comparedQueries);
  const typed = keystrokes(queries);
  const times = await timeHosts(set, { queries: rounds(queries), keystrokes: typed });
  const { systems, runs } = await compare(set, { queries: sampled, keystrokes: typed }, indexed.build.seconds);
  const quality = await step(`${set.name}: eval`, () => evaluate(set, set.queries, {}));
  const compared = await step(`${set.name}: eval of ${sampled.length} queries beside the peers`, () => {
    const file = join(out, `${set.name}.sample.tsv`);
    writeFileSync(file, sampled.map(({ id, text }) => `${id}\t${text}\n`).join(""));
    return evaluate(set, file, runs);
  });
  return { name: set.name, ...indexed, quality, times, peers: { queries: sampled.length, systems, quality: compared } };
}

/** The metrics of the engine, of bleve and of the runs, by system. */
async function evaluate(set, queries, runs) {
  const judged = ["--queries", queries, "--qrels", set.qrels, "--relevant-from", `${set.relevantFrom}`];
  const others = Object.entries(runs).flatMap(([name, file]) => ["--run", `${name}=${file}`]);
  const quietly = ["--quiet", "--json"];
  const { stdout } = await measured("bin/vitrine", ["eval", "--bundle", set.bundle, ...judged, ...others, ...quietly]);
  const { vitrine, bleve, runs: foreign } = JSON.parse(stdout);
  return { vitrine, bleve, ...foreign };
}
