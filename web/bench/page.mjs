// The page's side of the bench in Chromium: measure() is called from outside.

import { openEngine } from "/dist/engine.js";

globalThis.measure = async (queries) => {
  const begin = performance.now();
  const engine = await openEngine({ bundle: "/bundle/" });
  const open = performance.now() - begin;
  const each = [];
  for (const query of queries) each.push((await engine.search({ query })).engine_ms);
  engine.close();
  return { open, first: each[0], each };
};
