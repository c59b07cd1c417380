/** The scripts on another origin than the shop's, and scripts that the browser checks (web/HOSTING.md). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { snippet } from "../../scripts/integrity-snippet.mjs";
import { DIST } from "../built.ts";
import { launchChromium } from "../chromium.ts";
import { type Site, startSite } from "../engine/site.ts";
import { devices, options, search, site } from "./shop.ts";

let browser: Browser;
let shop: Site;
let cdn: Site;
let complaints: string[];
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  complaints = [];
  shop = await startSite({ "/": site });
  cdn = await startSite({ "/vitrine/": DIST, "/bundle/": join(site, "bundle") });
  cdn.headers["Access-Control-Allow-Origin"] = "*";
  return () => Promise.all([shop.close(), cdn.close()]);
});

const digests: Record<string, string> = JSON.parse(readFileSync(join(DIST, "integrity.json"), "utf8"));

const ownTag = /<script type="module" src="vitrine\.js"[^>]*><\/script>/;

interface Changes {
  /** What stands in the place of the tag. */
  tag: string;
  /** What the policy allows besides. */
  scripts?: string;
  workers?: string;
}

/** Visits the shop, whose strict policy allows the other origin and whatever is said besides. */
async function visit({ tag, scripts = "", workers = "" }: Changes): Promise<Page> {
  const home = readFileSync(join(site, "index.html"), "utf8")
    .replace(ownTag, tag)
    .replace("script-src 'self'", `script-src 'self' ${cdn.address} ${scripts}`)
    .replace("worker-src 'self'", `worker-src 'self' ${workers}`)
    .replace("connect-src 'self'", `connect-src 'self' ${cdn.address}`);
  shop.intercept = (path, response) => {
    if (path !== "/") return false;
    response.setHeader("Content-Type", "text/html");
    response.end(home);
    return true;
  };
  const context = await browser.newContext(devices.desktop);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.goto(shop.address);
  return page;
}

const plain = (more = "") =>
  `<script type="module" src="${cdn.address}/vitrine/vitrine.js" ${more} data-bundle="bundle/" data-input="#search"></script>`;
/** The import map and the tag as they are printed for the other origin. */
const checked = () => snippet(digests, `${cdn.address}/vitrine/`);

async function finds(page: Page): Promise<void> {
  await search(page, "lamp");
  expect(await options(page).count()).toBeGreaterThan(5);
}

/** The shop's own search is what the page would have without the widget. */
async function formWorks(page: Page): Promise<void> {
  await page.locator("#search").fill("lamp");
  await page.locator("#search").press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
}

test("scripts of another origin search in a worker, and load what is opened later", async () => {
  const page = await visit({ tag: plain(), workers: "blob:" });
  await finds(page);
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringMatching(/^blob:/)]);
  await page.locator("#search").press("ArrowDown");
  await page.locator("#search").press("ArrowUp");
  await page.locator("#search").press("ArrowUp");
  await page.locator("#search").press("Shift+Enter");
  await page.locator("vitrine-quick-view dialog").waitFor();
  expect(cdn.requests.some((path) => path.includes("/quick-view-"))).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("where the policy allows no worker from a blob, they search in the page", async () => {
  const page = await visit({ tag: plain() });
  await finds(page);
  expect(page.workers()).toEqual([]);
  await page.context().close();
});

test("the bundle may lie there, too", async () => {
  const page = await visit({ tag: plain().replace("bundle/", `${cdn.address}/bundle/`), workers: "blob:" });
  await finds(page);
  expect(cdn.requests.some((path) => path.endsWith("/bundle/manifest.json"))).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("an origin that does not say who may use its scripts leaves the shop its form", async () => {
  cdn.headers = {};
  const page = await visit({ tag: plain() });
  await formWorks(page);
  await page.context().close();
});

test("scripts with the right digests work under the strict policy", async () => {
  const { source, importMap, tag } = checked();
  const own = tag.replace("/bundle/", "bundle/");
  const page = await visit({ tag: `${importMap}${own}`, scripts: source, workers: "blob:" });
  await finds(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the import map stands for relative addresses, too", async () => {
  const { source, importMap, tag } = snippet(digests, "./");
  const page = await visit({ tag: `${importMap}${tag.replace("/bundle/", "bundle/")}`, scripts: source });
  await finds(page);
  expect(cdn.requests).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a tag with another digest leaves the shop its form", async () => {
  const page = await visit({ tag: plain(`integrity="${digests["engine.js"]}" crossorigin`) });
  await expect.poll(() => complaints.join()).toMatch(/integrity/);
  expect(await page.locator("#search").getAttribute("role")).toBeNull();
  await formWorks(page);
  await page.context().close();
});

test.each([
  ["mount", ""],
  ["client", ""],
  // In the page the worker's script is a module like the others.
  ["worker", `data-worker="false"`],
])("of a %s script that was changed not a line runs", async (name, more) => {
  cdn.intercept = (path, response) => {
    if (!path.includes(`/${name}-`)) return false;
    const text = readFileSync(join(DIST, path.slice("/vitrine/".length)), "utf8");
    response.setHeader("Content-Type", "text/javascript");
    response.end(`globalThis.changed = true;\n${text}`);
    return true;
  };
  const { source, importMap, tag } = checked();
  const own = tag.replace("/bundle/", "bundle/").replace("data-input", `${more} data-input`);
  const page = await visit({ tag: `${importMap}${own}`, scripts: source });
  await page.locator("#search").click();
  await expect.poll(() => complaints.join()).toMatch(/integrity/);
  await formWorks(page);
  expect(await page.evaluate("globalThis.changed")).toBeUndefined();
  await page.context().close();

  // Without the import map the change would run: it is what holds it off.
  const open = await visit({ tag: plain(more) });
  await open.locator("#search").click();
  await expect.poll(() => open.evaluate("globalThis.changed")).toBe(true);
  await open.context().close();
});
