// The shops that are visited, served as a merchant would look at them, and what
// is searched for there.

import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { instantPrefixes } from "./wire.mjs";

/** So many titles on top tell an answer from another. */
const titles = 5;

/** How many queries are typed to time the keystrokes. */
const typedQueries = 8;

/**
 * Serves the demo shop's pages with a bundle until it is closed.
 * @param {string} site
 * @param {string} bundle
 */
export async function serve(site, bundle) {
  const server = spawn("bin/vitrine", ["serve", "--bundle", bundle, "--site", site, "--port", "0"]);
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const listen = (data) => {
      said += data;
      const [found] = /http:\/\/[^/\s]+/.exec(said) ?? [];
      if (found !== undefined) resolve(`${found}/`);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`vitrine serve ended with ${code}: ${said}`)));
  });
  return { address, close: () => server.kill() };
}

/**
 * Chooses a query that shows when which stage of the ranking is there: the stages
 * rank it differently, and the instant shard does not know it.
 * @param {string} bundle
 * @param {string[]} queries
 * @returns {Promise<{query: string, first: string[], both: string[], typed: string[]}>}
 */
export async function choose(bundle, queries) {
  const { open } = await import(pathToFileURL(resolve("dist/node.mjs")).href);
  const engine = await open(bundle);
  try {
    const top = async (query, stages) => {
      const { hits } = await engine.search({ query, limit: titles, stages });
      return hits.map(({ title }) => title.replaceAll(/\s+/g, " "));
    };
    const instant = instantPrefixes(bundle);
    for (const query of queries) {
      if (instant.has(query) || [...query].length < 4) continue;
      const [first, both] = [await top(query, 1), await top(query, 2)];
      if (first.length < titles || both.length < titles || `${first}` === `${both}`) continue;
      return { query, first, both, typed: queries.slice(0, typedQueries) };
    }
  } finally {
    engine.close();
  }
  throw new Error(`${join(bundle, "manifest.json")}: both stages of the ranking agree on every query`);
}
