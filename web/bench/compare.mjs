// Compares the engine with the JavaScript search engines, on one set: the same
// queries and keystrokes, one after the other, each system in a Node process of
// its own. The README beside this file says how the peers are set up.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { partsOf } from "../scripts/sizes.mjs";
import { ask } from "./child.mjs";
import { hosts } from "./hosts.mjs";
import { peers } from "./peers/peers.mjs";
import { rounds, summary } from "./statistics.mjs";
import { step } from "./step.mjs";

/** How many queries are timed at least; a peer may take a tenth of a second for each. */
const timedQueries = 200;

/**
 * @typedef {{searching: ReturnType<typeof summary>, typing: ReturnType<typeof summary>, buildSeconds: number,
 *   memoryBytes: number, bytes: {raw: number, brotli: number}}} Compared
 * @param {import("./hosts.mjs").Indexed} set
 * @param {import("./workload.mjs").Workload} workload each query is asked once to warm up, and then timed
 * @param {number} buildSeconds of the bundle
 * @returns {Promise<{systems: Record<string, Compared>, runs: Record<string, string>}>}
 *   the figures, and the files of the peers' TREC runs, both by system
 */
export async function compare(set, workload, buildSeconds) {
  const timed = rounds(workload.queries, timedQueries);
  const own = await step(`${set.name}: vitrine in Node`, () =>
    hosts.node.measure(set, { ...workload, queries: [...workload.queries, ...timed] }),
  );
  own.each = own.each.slice(workload.queries.length);
  const systems = { vitrine: figures({ ...own, buildSeconds, bytes: indexBytes(set.bundle) }) };
  const runs = {};
  for (const name of Object.keys(peers)) {
    const { build, found, ...measured } = await step(`${set.name}: ${name}`, () =>
      ask("peer-process.mjs", [name, set.bundle], { ...workload, timedQueries }),
    );
    systems[name] = figures({ ...measured, buildSeconds: build / 1000 });
    runs[name] = `${set.bundle}.${name}.run`; // beside it: a bundle is replaced whole
    writeFileSync(runs[name], trecRun(name, found));
  }
  return { systems, runs };
}

function figures({ each, typed, buildSeconds, memoryBytes, bytes }) {
  return { searching: summary(each), typing: summary(typed), buildSeconds, memoryBytes, bytes };
}

/** What both stages of a search need of a bundle, at the level of brotli that the peers' indexes get. */
function indexBytes(bundle) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const sum = { raw: 0, brotli: 0 };
  const { index, secondStage } = partsOf(bundle);
  for (const file of [...index, ...secondStage]) {
    const content = readFileSync(file);
    sum.raw += content.length;
    sum.brotli += brotliCompressSync(content, { params }).length;
  }
  return sum;
}

/**
 * @param {string} name the system's
 * @param {Record<string, import("./peers/peers.mjs").Hit[]>} found by the query's identifier
 * @returns {string} the lines of a TREC run
 */
export function trecRun(name, found) {
  return Object.entries(found)
    .flatMap(([query, hits]) => hits.map(({ id, score }, i) => `${query} Q0 ${id} ${i + 1} ${score} ${name}\n`))
    .join("");
}
