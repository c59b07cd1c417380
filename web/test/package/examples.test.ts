import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../axe.ts";
import { DIST, temporaryFolder } from "../built.ts";
import { site as demo, devices, picture, Shop } from "../e2e/shop.ts";
import { buildExample, examples, install } from "./installed.ts";

let shop: Shop;
let project: string;
beforeAll(async () => {
  project = install();
  const site = temporaryFolder();
  cpSync(join(demo, "favicon.svg"), join(site, "favicon.svg"));
  cpSync(join(examples, "example.css"), join(site, "example.css"));
  for (const name of ["plain", "react", "vue"]) {
    await buildExample(project, name, site);
    cpSync(join(demo, "pictures"), join(site, name, "pictures"), { recursive: true });
  }
  cpSync(join(site, "plain/index.html"), join(site, "index.html"));
  shop = await Shop.open(undefined, site);
});
afterAll(() => shop.close());

const hits = (page: Page) => page.locator("vitrine-results .vitrine-tile");
const field = (page: Page) => page.locator("vitrine-search input[name=q]");
const total = async (page: Page) =>
  Number.parseInt((await page.locator("vitrine-total .total").textContent()) ?? "", 10);
const address = (page: Page) => new URL(page.url()).search;
const brand = (page: Page) =>
  page.locator("vitrine-facets").getByRole("group", { name: "Brand", exact: true }).locator("label").first();

async function visit(name: string, search = "", device: keyof typeof devices = "desktop"): Promise<Page> {
  const page = await shop.visit(`/${name}/${search}`, devices[device]);
  await hits(page).first().waitFor();
  return page;
}

describe.each(["plain", "react", "vue"])("the %s example", (name) => {
  test("searches, filters and goes back", async () => {
    const page = await visit(name);
    const all = await total(page);
    await field(page).pressSequentially("lamp", { delay: 20 });
    await expect.poll(() => total(page)).toBeLessThan(all);
    await expect.poll(() => address(page)).toBe("?q=lamp");
    const lamps = await total(page);
    await brand(page).click();
    await expect.poll(() => total(page)).toBeLessThan(lamps);
    expect(address(page)).toMatch(/^\?q=lamp&brand=/);
    // What stands in a place of its own is not shown twice.
    expect(await page.locator("vitrine-results-view").locator(".chips, .facets, .total, .sort").count()).toBe(0);
    expect(await page.locator("vitrine-chips .chip").count()).toBe(2);
    await picture(page, `example-${name}`);
    await page.goBack();
    await expect.poll(() => total(page)).toBe(lamps);
    await page.goBack();
    await expect.poll(() => total(page)).toBe(all);
    expect(await field(page).inputValue()).toBe("");
    await page.context().close();
  });
});

describe.each(["react", "vue"])("the %s example", (name) => {
  const go = (page: Page, to: string) => page.getByRole("button", { name: to, exact: true }).click();

  test("takes its results away without a trace, and puts them back twice", async () => {
    const page = await visit(name, "?q=oak");
    const first = await total(page);
    await page.evaluate(() => {
      const view = document.querySelector("vitrine-results-view");
      Object.assign(window, { gone: new WeakRef(view as Element) });
    });
    for (let times = 0; times < 2; times++) {
      await go(page, "About us");
      await page.getByRole("heading", { name: "We have sold lamps since 1921." }).waitFor();
      await expect.poll(() => page.evaluate(() => history.scrollRestoration)).toBe("auto");
      expect(await page.locator("vitrine-results-view, vitrine-piece-view").count()).toBe(0);
      await go(page, "Shop");
      await hits(page).first().waitFor();
      expect(await total(page)).toBe(first);
      expect(await page.locator("vitrine-results-view").count()).toBe(1);
    }
    const devtools = await page.context().newCDPSession(page);
    await expect
      .poll(async () => {
        await devtools.send("HeapProfiler.collectGarbage");
        return page.evaluate(() => (window as unknown as { gone: WeakRef<Element> }).gone.deref() === undefined);
      })
      .toBe(true);
    await page.context().close();
  });

  test("its scope is a property that may change", async () => {
    const page = await visit(name);
    const all = await total(page);
    await go(page, "Furniture");
    await expect.poll(() => total(page)).toBeLessThan(all);
    await go(page, "Shop");
    await expect.poll(() => total(page)).toBe(all);
    await page.context().close();
  });
});

test("where the page has no results, the field opens a panel", async () => {
  const page = await visit("plain");
  await page.evaluate(() => document.querySelector("main")?.remove());
  await field(page).click();
  await field(page).pressSequentially("lamp", { delay: 20 });
  await page.locator("vitrine-panel a[role=option]").first().waitFor();
  expect(await field(page).getAttribute("role")).toBe("combobox");
  await page.context().close();
});

test("on a phone the filters open as a sheet", async () => {
  const page = await visit("plain", "?q=lamp", "phone");
  const lamps = await total(page);
  await page.locator("vitrine-facets").getByRole("button", { name: "Filters" }).tap();
  await brand(page).tap();
  await picture(page, "example-plain-filters");
  expect(await violations(page, { within: ["vitrine-facets"] })).toEqual([]);
  await page
    .locator("vitrine-facets")
    .getByRole("button", { name: /^Show \d+ results$/ })
    .tap();
  expect(await page.locator("vitrine-facets dialog").isVisible()).toBe(false);
  await expect.poll(() => total(page)).toBeLessThan(lamps);
  await picture(page, "example-plain-phone");
  await page.context().close();
});

test("the examples' types are right", () => {
  const options = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    skipLibCheck: true,
  };
  const compilerOptions = {
    ...options,
    module: "esnext",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    types: ["react"],
  };
  const files = ["plain/main.ts", "react/main.tsx", "react/elements.d.ts", "vue/main.ts"];
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const tsc = join(DIST, "../node_modules/typescript/bin/tsc");
  expect(execFileSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" })).toBe("");
});

test("nothing complained and nothing left for another host", () => {
  expect(shop.complaints).toEqual([]);
  expect(shop.strangers).toEqual([]);
});
