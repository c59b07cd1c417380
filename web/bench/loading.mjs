// Measures what a shopper waits for: the loading of the tag, the panel, the engine
// and the index on slow networks, and the way from a key to what it finds.
// Usage: node web/bench/loading.mjs [--json] [--runs N] [--only typing] [--out OUT] [DATA_DIR]
//
// The demo shop is visited and, given DATA_DIR, its pages with the icecat bundle.
// Every figure is the median of the runs. --only typing times the keys alone; a bundle
// that is in OUT already serves.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { indexSet } from "./index-set.mjs";
import { prove } from "./loading/proof.mjs";
import { choose, serve } from "./loading/shops.mjs";
import { loadingTable, typingTable } from "./loading/table.mjs";
import { gzipBytes, longestTask } from "./loading/tag.mjs";
import { typing } from "./loading/typing.mjs";
import { visit } from "./loading/visit.mjs";
import { writeReport } from "./report.mjs";
import { dataSets, readQueries } from "./sets.mjs";
import { percentile } from "./statistics.mjs";
import { step } from "./step.mjs";
import { sample } from "./workload.mjs";

const site = "dist/demo";
/** What people search for in the demo shop. */
const demoQueries = [
  "linen sofa",
  "bedside table",
  "walnut desk",
  "rocking chair",
  "reading lamp",
  "sofa bed for guests",
];

const conditions = [
  { network: "fast 4G", slow: false },
  { network: "fast 4G", slow: true },
  { network: "slow 4G", slow: false },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    runs: { type: "string", default: "3" },
    only: { type: "string", default: "all" },
    out: { type: "string", default: ".cache/bench" },
  },
});
const runs = Number(values.runs);
if (!["all", "typing"].includes(values.only)) throw new Error(`--only ${values.only}: there is typing alone`);
const onlyTyping = values.only === "typing";
mkdirSync(values.out, { recursive: true });

const report = { tag: undefined, proofs: [], visits: [], typing: [] };
if (!onlyTyping) await benchThrottles();
for (const shop of await shops(positionals[0])) await benchShop(shop);
const file = writeReport(values.out, "loading.json", report);
if (values.json) console.log(JSON.stringify(report, null, 2));
else console.log(`${onlyTyping ? typingTable(report.typing) : loadingTable(report)}\n\nthe whole report: ${file}`);

/** The shops to visit; the first set of the folder is the large one. */
async function shops(folder) {
  const demo = { name: "demo shop", bundle: join(site, "bundle"), queries: demoQueries, large: false };
  if (folder === undefined) return [demo];
  const [set] = dataSets(folder);
  const bundle = join(values.out, set.name);
  if (!onlyTyping || !existsSync(join(bundle, "manifest.json"))) await indexSet(set.name, set.products, bundle);
  const queries = sample(readQueries(set.queries), 40).map(({ text }) => text);
  return [demo, { name: set.name, bundle, queries, large: true }];
}

async function benchShop({ name, bundle, queries, large }) {
  const server = await serve(site, bundle);
  const shop = { address: server.address, bundle, ...(await choose(bundle, queries)) };
  try {
    if (!onlyTyping) report.tag ??= await benchTag(shop.address);
    for (const condition of onlyTyping ? [] : conditions) {
      const title = `${name}: ${titleOf(condition)}, "${shop.query}"`;
      const taken = await step(title, () => repeatedly(() => visits(shop, condition)));
      for (const visit of ["first", "second"]) {
        const all = taken.map((each) => each[visit]);
        report.visits.push({ shop: name, large, query: shop.query, ...condition, visit, ...medians(all) });
      }
    }
    for (const slow of [false, true]) {
      const taken = await step(`${name}: typing${slow ? ", 4x CPU" : ""}`, () =>
        withProfile((profile) => typing(profile, shop, { slow })),
      );
      report.typing.push({ shop: name, slow, ...taken });
    }
  } finally {
    server.close();
  }
}

async function benchTag(address) {
  return step("the tag", async () => ({
    gzip: gzipBytes(join(site, "vitrine.js")),
    task: percentile(await repeatedly(() => withProfile((p) => longestTask(p, address, false))), 0.5),
    slowTask: percentile(await repeatedly(() => withProfile((p) => longestTask(p, address, true))), 0.5),
  }));
}

/** How slow everything is under each condition, beside a machine that is left alone. */
async function benchThrottles() {
  for (const condition of [{ network: "none", slow: false }, ...conditions]) {
    const taken = await step(`proof: ${titleOf(condition)}`, () =>
      withProfile((profile) => prove(join(values.out, "proof"), profile, condition)),
    );
    const free = report.proofs[0] ?? taken;
    const factor = { page: taken.loop.page / free.loop.page, worker: taken.loop.worker / free.loop.worker };
    report.proofs.push({ ...condition, ...taken, factor });
  }
}

function titleOf({ network, slow }) {
  return network + (slow ? ", 4x CPU" : "");
}

/** A first visit and a second one with what the first left in the browser's cache. */
function visits(shop, condition) {
  return withProfile(async (profile) => ({
    first: await visit(profile, shop, condition),
    second: await visit(profile, shop, condition),
  }));
}

async function withProfile(use) {
  const profile = mkdtempSync(join(tmpdir(), "vitrine-loading-"));
  try {
    return await use(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function repeatedly(run) {
  const taken = [];
  for (let i = 0; i < runs; i++) taken.push(await run());
  return taken;
}

/** The median of every figure; the bytes are those of the first run. */
function medians(all) {
  const median = (name) =>
    percentile(
      all.map((each) => each[name]),
      0.5,
    );
  const times = ["suggestion", "keyword", "reranked", "shifts"].map((name) => [name, median(name)]);
  return { ...Object.fromEntries(times), bytes: all[0].bytes };
}
