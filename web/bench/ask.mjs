// Asks an engine a workload, in Node as in a page.

/**
 * @param {Pick<import("../src/engine/client.ts").EngineClient, "search" | "suggest">} engine
 * @param {import("./workload.mjs").Workload} workload
 * @returns {Promise<{each: number[], typed: number[]}>} milliseconds in the order
 *   of the queries and the keystrokes
 */
export async function ask(engine, { queries, keystrokes }) {
  const each = [];
  for (const { text } of queries) each.push(await searching(engine, text));
  const typed = [];
  for (const text of keystrokes) typed.push((await searching(engine, text)) + (await suggesting(engine, text)));
  return { each, typed };
}

/** The engine's own time for a page of hits with its facets, without the loading of cards. */
async function searching(engine, query) {
  return (await engine.search({ query, limit: 20 })).engine_ms;
}

/** The engine's own time for what the widget asks beside the search. */
async function suggesting(engine, query) {
  return (await engine.suggest({ query, limit: 6, no_products: true })).engine_ms;
}
