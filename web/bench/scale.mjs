// Measures what the size of a catalogue costs: makes synthetic catalogues, builds,
// opens and asks them, prints a table, writes it into the README and the whole
// report to OUT/scale.json. Usage: node web/bench/scale.mjs [OUT [README [SIZE...]]]

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceTable } from "../scripts/readme-table.mjs";
import { indexSet } from "./index-set.mjs";
import { measured } from "./process.mjs";
import { writeReport } from "./report.mjs";
import { scaleTable } from "./scale-table.mjs";
import { readQueries } from "./sets.mjs";
import { rounds } from "./statistics.mjs";
import { step } from "./step.mjs";
import { timeHosts } from "./time-hosts.mjs";
import { keystrokes } from "./workload.mjs";

const [out = ".cache/bench", readme = "README.md", ...given] = process.argv.slice(2);
const sizes = given.length > 0 ? given.map(Number) : [1000, 3000, 10_000, 30_000, 100_000];
mkdirSync(out, { recursive: true });
const points = [];
for (const size of sizes) points.push(await benchSize(size));
const table = scaleTable(points);
console.log(table);
writeFileSync(readme, replaceTable(readFileSync(readme, "utf8"), "scale", table));
console.log(`\nthe whole report: ${writeReport(out, "scale.json", { points })}`);

async function benchSize(size) {
  const name = `${size} products`;
  const bundle = join(out, `scale-${size}`);
  const products = `${bundle}.jsonl`;
  const queriesFile = `${bundle}.tsv`;
  await step(`${name}: generate`, () =>
    measured("bin/vitrine", [
      ...["generate", "--quiet", "--products", `${size}`],
      ...["--out", products, "--queries", queriesFile],
    ]),
  );
  const indexed = await indexSet(name, products, bundle);
  const queries = readQueries(queriesFile);
  const workload = { queries: rounds(queries), keystrokes: keystrokes(queries) };
  const times = await timeHosts({ name, bundle }, workload, ["node", "chromium"]);
  return { ...indexed, times };
}
