import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../axe.ts";
import { launchChromium } from "../chromium.ts";
import { command, devices, keepPicture, site } from "./shop.ts";

const queries = join(import.meta.dirname, "../../../testdata/queries/own-words/en");
const file = join(mkdtempSync(join(tmpdir(), "vitrine-report-")), "report.html");
const complaints: string[] = [];
const requests: string[] = [];
let browser: Browser;

beforeAll(async () => {
  const judged = ["--queries", `${queries}.queries.tsv`, "--qrels", `${queries}.qrels.txt`, "--relevant-from", "2"];
  execFileSync(command, ["eval", "--bundle", join(site, "bundle"), ...judged, "--half", "even", "--html", file], {
    stdio: "pipe",
  });
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Opens the report from its folder, as a merchant does who was sent it. */
async function visit(options: BrowserContextOptions = devices.desktop): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await page.locator("#look .heat").first().waitFor();
  return page;
}

const names = (page: Page) => page.locator(".queries tbody .text").allTextContents();

for (const [device, options] of Object.entries(devices)) {
  for (const colorScheme of ["light", "dark"] as const) {
    describe(`on a ${device} in the ${colorScheme}`, () => {
      test("axe finds nothing, and nothing is cut off sideways", async () => {
        const page = await visit({ ...options, colorScheme, reducedMotion: "reduce" });
        await page.locator(".parts summary").first().click();
        keepPicture(`report-${device}-${colorScheme}`, await page.screenshot({ fullPage: true }));
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width);
        await page.context().close();
      });
    });
  }
}

test("the report asks for nothing but itself, and the browser complains of nothing", async () => {
  const page = await visit();
  await page.context().close();
  expect(new Set(requests)).toEqual(new Set([pathToFileURL(file).href]));
  expect(complaints).toEqual([]);
});

test("queries are found, filtered and sorted", async () => {
  const page = await visit();
  const all = await names(page);
  expect(all).toHaveLength(25);

  await page.getByLabel("Find a query").fill("DOG");
  const dogs = await names(page);
  expect(dogs.length).toBeGreaterThan(0);
  for (const name of dogs) expect(name).toMatch(/dog/i);
  await page.getByLabel("Find a query").fill("");

  await page.getByLabel("Show", { exact: true }).selectOption("gains");
  const gains = await page.locator(".queries .gain").allTextContents();
  expect(gains.length).toBeGreaterThan(0);
  for (const gain of gains) expect(gain).toMatch(/\+0\.\d{3}$/);

  const difference = page.locator(".queries").getByRole("columnheader", { name: "Difference", exact: true });
  await difference.getByRole("button").click();
  expect(await difference.getAttribute("aria-sort")).toBe("descending");
  const sorted = await page.locator(".queries .gain").allTextContents();
  expect(sorted.map((gain) => gain.replace("▲ ", ""))).toEqual(
    gains
      .map((gain) => gain.replace("▲ ", ""))
      .sort()
      .reverse(),
  );
  await page.context().close();
});

test("pages of queries can be turned and hold every query once", async () => {
  const page = await visit();
  const first = await names(page);
  await page.getByRole("button", { name: "Next" }).click();
  const second = await names(page);
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
  expect(await page.locator("#queries .tally").textContent()).toMatch(new RegExp(`^${first.length + second.length} `));
  await page.context().close();
});

test("with the keyboard alone one comes from a query to the parts of a score", async () => {
  const page = await visit();
  await page.locator(".queries tbody button").nth(2).focus();
  const query = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("look-title");
  expect(await page.locator("#look select option:checked").textContent()).toBe(query);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const product = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("Space");
  expect(await page.locator(":focus em").textContent()).toBe(product);
  expect(await page.locator(".lists [aria-pressed=true]").first().textContent()).toBe(product);
  expect(await page.locator(".why .parts").count()).toBe(1);
  await page.context().close();
});

test("a print has the figures and not the controls", async () => {
  const page = await visit();
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.locator(".controls").first().isVisible()).toBe(false);
  expect(await page.locator(".figures").isVisible()).toBe(true);
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  await page.context().close();
});
