// What Lighthouse says of the demo shop's home page with the tag and without it:
// the medians of its performance scores, and by how much they differ.
// Usage: node web/bench/lighthouse.mjs [RUNS]
//
// Lighthouse is larger than all that this project is built with, so it is no
// dependency of it: npx fetches the pinned version when it is asked for.

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromiumProgram } from "../scripts/chromium.mjs";
import { serve } from "./loading/shops.mjs";
import { writeReport } from "./report.mjs";
import { percentile } from "./statistics.mjs";
import { step } from "./step.mjs";
import { grid } from "./table.mjs";

/** The last version for Node 20. */
const lighthouse = "lighthouse@12.8.2";
/** How many points the tag may cost. */
const target = 2;
const metrics = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
];

const site = "dist/demo";
const runs = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "vitrine-lighthouse-"));
try {
  const pages = { "with the tag": copied("with", (page) => page), "without it": copied("without", withoutTag) };
  const all = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let run = 1; run <= runs; run++) {
    for (const [name, pagesOf] of Object.entries(pages)) {
      all[name].push(await step(`${name}, ${run} of ${runs}`, () => audit(pagesOf)));
    }
  }
  const medians = Object.fromEntries(Object.entries(all).map(([name, taken]) => [name, medianOf(taken)]));
  const cost = medians["without it"].score - medians["with the tag"].score;
  const rows = Object.entries(medians).map(([name, { score, ...times }]) => [
    name,
    score.toFixed(0),
    ...metrics.map((metric) => times[metric].toFixed(metric === "cumulative-layout-shift" ? 3 : 0)),
  ]);
  console.log(grid(["home page", "performance", ...metrics], rows));
  console.log(`\nthe tag costs ${cost.toFixed(0)} points ${cost <= target ? "≤" : "> !"} ${target}`);
  console.log(`the whole report: ${writeReport(".cache/bench", "lighthouse.json", { lighthouse, cost, all })}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A copy of the site with another home page. */
function copied(name, change) {
  const copy = join(folder, name);
  // The compressed forms would be those of the page as it was.
  cpSync(site, copy, { recursive: true, filter: (path) => !/index\.html\.(br|gz)$/.test(path) });
  const page = join(copy, "index.html");
  writeFileSync(page, change(readFileSync(page, "utf8")));
  return copy;
}

function withoutTag(page) {
  const bare = page.replace(/<script type="module" src="vitrine\.js"[^>]*><\/script>/, "");
  if (bare === page) throw new Error("the home page has no tag");
  return bare;
}

/** One audit, as of a phone. */
async function audit(pages) {
  const server = await serve(pages, join(site, "bundle"));
  const report = join(folder, "report.json");
  try {
    await promisify(execFile)(
      "npx",
      [
        ...["--yes", lighthouse, server.address, "--quiet", "--only-categories=performance"],
        ...["--output=json", `--output-path=${report}`, "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
      ],
      { env: { ...process.env, CHROME_PATH: chromiumProgram } },
    );
  } finally {
    server.close();
  }
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
  const times = metrics.map((metric) => [metric, audits[metric].numericValue]);
  return { score: 100 * categories.performance.score, ...Object.fromEntries(times) };
}

function medianOf(taken) {
  const names = Object.keys(taken[0]);
  return Object.fromEntries(
    names.map((name) => [
      name,
      percentile(
        taken.map((each) => each[name]),
        0.5,
      ),
    ]),
  );
}
