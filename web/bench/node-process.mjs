// Times the queries that come on stdin as a JSON array, on the bundle in the
// first argument, and prints the measurement as JSON.

import { readFileSync } from "node:fs";
import { open } from "../../dist/node.mjs";

const queries = JSON.parse(readFileSync(0, "utf8"));
const begin = performance.now();
const engine = await open(process.argv[2]);
const opened = performance.now() - begin;
const each = [];
for (const query of queries) each.push((await engine.search({ query })).engine_ms);
await engine.close();
process.stdout.write(JSON.stringify({ open: opened, first: each[0], each }));
