// The data sets of a bench folder: DATA_DIR/NAME/{products.jsonl.gz,queries.tsv,qrels.txt}.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The lowest grade that counts as relevant for recall and MRR, by set. */
const relevantFrom = { icecat: 2, homedepot: 1.33, crowdflower: 2 };

/**
 * @typedef {{name: string, products: string, queries: string, qrels: string, relevantFrom: number}} DataSet
 * @param {string} folder
 * @returns {DataSet[]} the known sets that are there
 */
export function dataSets(folder) {
  const sets = Object.entries(relevantFrom).map(([name, grade]) => ({
    name,
    products: join(folder, name, "products.jsonl.gz"),
    queries: join(folder, name, "queries.tsv"),
    qrels: join(folder, name, "qrels.txt"),
    relevantFrom: grade,
  }));
  const there = sets.filter((set) => existsSync(set.products));
  if (there.length === 0) {
    throw new Error(`${folder}: no data set\n  hint: it holds folders named ${Object.keys(relevantFrom).join(", ")}`);
  }
  return there;
}

/**
 * @param {string} file lines of a query's id, a tab and its text
 * @returns {import("./workload.mjs").Query[]}
 */
export function readQueries(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const tab = line.indexOf("\t");
      return { id: line.slice(0, tab).trim(), text: line.slice(tab + 1).trimEnd() };
    });
}
