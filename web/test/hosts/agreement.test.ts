import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Response as WorkerResponse } from "miniflare";
import { describe, expect, it } from "vitest";
import { DIST, temporaryFolder, VITRINE } from "../built.ts";
import { launchChromium } from "../chromium.ts";
import { startWorker } from "../edge/worker.ts";
import { openEngine, openPage, startShop, untilSecondStage } from "../engine/browser.ts";
import { open } from "../node/engine.ts";
import { queriesFrom } from "./queries.ts";

// One engine, one ranking: whatever host answers, the same products come in the
// same order.

const DEPTH = 20;

/** The identifiers that each query finds, best first. */
type Rankings = string[][];

const hosts: Record<string, (bundle: string, queries: string[]) => Promise<Rankings>> = {
  async node(bundle, queries) {
    const engine = await open(bundle);
    const rankings: Rankings = [];
    for (const query of queries) {
      const { hits } = await engine.search({ query, limit: DEPTH });
      rankings.push(hits.map(({ id }) => id));
    }
    engine.close();
    return rankings;
  },

  async chromium(bundle, queries) {
    const browser = await launchChromium();
    const shop = await startShop(bundle);
    const page = await openPage(browser, shop);
    await openEngine(page);
    await untilSecondStage(page);
    const rankings = await page.evaluate(
      async ({ asked, limit }) => {
        const found: string[][] = [];
        for (const query of asked) {
          const { hits } = await globalThis.engine.search({ query, limit });
          found.push(hits.map(({ id }) => id));
        }
        return found;
      },
      { asked: queries, limit: DEPTH },
    );
    await browser.close();
    await shop.close();
    return rankings;
  },

  async workerd(bundle, queries) {
    const worker = await startWorker({
      assets: (file) => new WorkerResponse(readFileSync(join(bundle, file))),
    });
    const rankings: Rankings = [];
    for (const query of queries) {
      const { body } = await worker.get(`/v1/search?limit=${DEPTH}&q=${encodeURIComponent(query)}`);
      rankings.push(body.hits.map(({ id }: { id: string }) => id));
    }
    await worker.stop();
    return rankings;
  },
};

/** The ranking of the command line, from a TREC run. */
function native(bundle: string, queries: string[]): Rankings {
  const folder = temporaryFolder();
  const [asked, run] = [join(folder, "queries.tsv"), join(folder, "run.txt")];
  writeFileSync(asked, queries.map((query, i) => `${i}\t${query}\n`).join(""));
  execFileSync(VITRINE, ["run", "--bundle", bundle, "--queries", asked, "--depth", `${DEPTH}`, "--out", run]);
  const rankings: Rankings = queries.map(() => []);
  for (const line of readFileSync(run, "utf8").split("\n").filter(Boolean)) {
    const [query = "", , id = ""] = line.split(" ");
    rankings[Number(query)]?.push(id);
  }
  return rankings;
}

const shops = [
  { shop: "English", bundle: "demo/bundle", catalogue: "catalogues/home-en.jsonl", count: 240 },
  { shop: "Chinese", bundle: "demo/zh/bundle", catalogue: "catalogues/home-zh.jsonl", count: 60 },
];

describe.each(shops)("$count queries of the $shop shop", ({ bundle: path, catalogue, count }) => {
  const bundle = join(DIST, path);
  const queries = queriesFrom(catalogue, count);
  const expected = native(bundle, queries);

  it("find something on the command line", () => {
    expect(expected.filter((ids) => ids.length > 0).length).toBeGreaterThan(count * 0.9);
  });

  it.each(Object.keys(hosts))("find the same in %s", async (name) => {
    expect(await hosts[name]?.(bundle, queries)).toEqual(expected);
  });
});
