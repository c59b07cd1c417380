// Indexes the texts of the bundle in the second argument with the peer that the
// first names, asks it the workload that comes on stdin as JSON, and prints as
// JSON what it took and what it found.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gunzipSync } from "node:zlib";
import { peers } from "./peers/peers.mjs";
import { rounds } from "./statistics.mjs";

/** A page of hits is timed; so many are ranked for quality, as deep as any metric looks. */
const page = 20;
const deepest = 200;

const [name, bundle] = process.argv.slice(2);
const { queries, keystrokes, timedQueries } = JSON.parse(readFileSync(0, "utf8"));
const before = heldBytes();
const { fields, documents } = texts(bundle);
let begin = performance.now();
const index = await peers[name].build(documents, fields);
const build = performance.now() - begin;
documents.length = 0; // a peer that needs them holds them itself
const memoryBytes = heldBytes() - before;

// Ranking warms the peer up, so that compiled code is timed and not compiling.
const found = {};
for (const { id, text } of queries) {
  found[id] = (await index.search(text, deepest)).map((hit) => ({ id: hit.id, score: hit.score }));
}
const each = [];
for (const { text } of rounds(queries, timedQueries)) each.push(await timed(text));
const typed = [];
for (const text of keystrokes) typed.push(await timed(text));
const serialised = Buffer.from(index.serialised());
const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
const bytes = { raw: serialised.length, brotli: brotliCompressSync(serialised, { params }).length };
process.stdout.write(JSON.stringify({ build, each, typed, found, memoryBytes, bytes }));

async function timed(text) {
  begin = performance.now();
  await index.search(text, page);
  return performance.now() - begin;
}

/** The texts that the bundle searches, and which fields any of them has. */
function texts(folder) {
  const lines = gunzipSync(readFileSync(join(folder, "texts.jsonl.gz")))
    .toString()
    .trim()
    .split("\n");
  const all = lines.map((line) => JSON.parse(line));
  const known = ["title", "brand", "category", "attributes", "description"];
  const used = known.filter((field) => all.some((each) => each[field]));
  const whole = ({ id, ...rest }) => ({ id, ...Object.fromEntries(used.map((field) => [field, rest[field] ?? ""])) });
  return { fields: used, documents: all.map(whole) };
}

/** What the heap holds after everything that can be freed was. */
function heldBytes() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
