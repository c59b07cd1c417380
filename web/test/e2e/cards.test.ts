/** Products drawn by the shop itself: by a template of its page, or by a function. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, onTestFinished } from "vitest";
import { violations } from "../axe.ts";
import { test } from "./fixture.ts";
import { products } from "./hostile-products.ts";
import { command, devices, options, picture, Shop, search, settled } from "./shop.ts";
import { rewrite } from "./tagged.ts";

const own = "vitrine-panel a[role=option] .vitrine-own";
const template = `<template data-vitrine-card>
  <img data-field="image" width="80" height="80">
  <strong data-field="title"></strong>
  <span data-field="brand"></span>
  <span data-field="price"></span>
  <span class="was" data-if="list_price">Was <s data-field="list_price"></s></span>
  <span data-field="availability"></span>
  <span data-field="weight">nobody's</span>
</template>`;

/** Opens a page of the shop with more in its body, other attributes on its tag, or a script of its own in its place. */
async function visit(shop: Shop, path: string, { body = "", attributes = "", script = "" }): Promise<Page> {
  const page = await shop.visit("about:blank");
  await rewrite(page, new URL(path, shop.origin).pathname, (html) => {
    const changed = html.replace("</main>", `</main>${body}`).replace("data-bundle=", `${attributes} data-bundle=`);
    if (script === "") return changed;
    return changed.replace(/<script type="module" src="vitrine.js"[^>]*>/, `<script type="module" src="own.js">`);
  });
  await page.route(`${shop.origin}/own.js`, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto(path);
  return page;
}

/** What the widget told the console, which is then empty again. */
const told = (shop: Shop) => shop.complaints.splice(0).filter((said) => said.startsWith("vitrine:"));

describe("a template of the page", () => {
  let page: Page;
  test.beforeAll(async ({ shop }) => {
    page = await visit(shop, "/", { body: template });
    await search(page, "oak table");
  });
  afterAll(() => page.context().close());

  test("draws every row with the product's own words and picture", async () => {
    const count = await options(page).count();
    expect(count).toBeGreaterThan(3);
    expect(await page.locator(own).count()).toBe(count);
    expect(await page.locator("vitrine-panel vitrine-card").count()).toBe(0);
    const first = page.locator(own).first();
    expect((await first.locator("strong mark").allTextContents()).join(" ").toLowerCase()).toContain("oak");
    expect(await first.locator("[data-field=price]").textContent()).toMatch(/^[€£$]\d/);
    expect(await first.locator("img").evaluate((img: HTMLImageElement) => [img.alt, img.src])).toEqual([
      "",
      expect.stringMatching(/^http:/),
    ]);
    await picture(page, "cards-template");
  });

  test("leaves out what a product has not", async () => {
    expect(await page.locator(`${own} [data-field=weight]`).count()).toBe(0);
    const was = await page.locator(`${own} .was`).count();
    expect(was).toBe(await page.locator(`${own} [data-field=list_price]`).count());
    expect(was).toBeLessThan(await options(page).count());
  });

  test("stays what it is while the arrow keys walk", async () => {
    const before = await page.locator(own).first().elementHandle();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await settled(page);
    expect(await before?.evaluate((e, own) => e === document.querySelector(own), own)).toBe(true);
  });

  test("draws tiles, and rows again", async () => {
    for (const layout of ["Grid", "List"]) {
      await page.getByRole("button", { name: layout }).click();
      await settled(page);
      expect(await page.locator(own).count()).toBe(await options(page).count());
      expect(await page.locator(`${own} strong`).first().textContent()).not.toBe("");
      if (layout === "Grid") await picture(page, "cards-template-grid");
    }
  });

  test("axe finds nothing", async () => {
    expect(await violations(page, { within: ["vitrine-panel"] })).toEqual([]);
  });
});

test("a template draws the results of a page, where elements show them", async ({ shop }) => {
  const page = await visit(shop, "/search.html?q=lamp", { body: template });
  await settled(page);
  const tiles = page.locator(".vitrine-tile");
  await page.locator(".vitrine-tile .vitrine-own").first().waitFor();
  expect(await tiles.locator(".vitrine-own strong").count()).toBe(await tiles.count());
  await picture(page, "cards-template-page");
  expect(await violations(page, { within: ["vitrine-results"] })).toEqual([]);
});

test("an attribute names another one; one that is not there leaves the built-in card", async ({ shop }) => {
  const other = `${template}<template id="other"><em data-field="title"></em></template>`;
  let page = await visit(shop, "/", { body: other, attributes: `data-card="#other"` });
  await search(page, "oak");
  expect(await page.locator(`${own} em`).count()).toBe(await options(page).count());
  expect(told(shop)).toEqual([]);
  page = await visit(shop, "/", { attributes: `data-card="#nobody"` });
  await search(page, "oak");
  expect(await page.locator("vitrine-panel vitrine-card").count()).toBe(await options(page).count());
  expect(told(shop)).toEqual([expect.stringContaining("#nobody: no template on this page")]);
});

describe("a function", () => {
  const init = (card: string) => `import { init } from "/vitrine.js";
init({ bundle: "/bundle/", input: "#search", card: ${card} });`;

  test("draws with what it is given to help", async ({ shop }) => {
    const card = `(hit, { layout, money, title, safeAddress }) => {
      const card = document.createElement("section");
      const picture = document.createElement("img");
      picture.src = safeAddress(hit.image);
      picture.alt = String(safeAddress("javascript:alert(1)"));
      card.append(picture, title(), " ", money(1234.5), " ", layout);
      return card;
    }`;
    const page = await visit(shop, "/", { script: init(card) });
    await search(page, "oak table");
    const first = page.locator(`${own} section`).first();
    expect(await first.textContent()).toMatch(/ [€£$]1,234\.50 list$/);
    expect(await first.locator("mark").count()).toBeGreaterThan(0);
    expect(await first.locator("img").getAttribute("alt")).toBe("undefined");
    expect(await first.locator("img").getAttribute("src")).toMatch(/^http:/);
    await page.getByRole("button", { name: "Grid" }).click();
    await settled(page);
    expect(await first.textContent()).toMatch(/grid$/);
  });

  test("that returns a string has it shown as text", async ({ shop }) => {
    const page = await visit(shop, "/", { script: init("({ title }) => `<img src=x onerror=alert(1)> ${title}`") });
    await search(page, "oak");
    expect(await page.locator(own).first().textContent()).toMatch(/^<img src=x onerror=alert\(1\)> \w/);
    expect(await page.locator(`${own} *`).count()).toBe(0);
    expect(told(shop)).toEqual([]);
  });

  test.for([
    ["throws", `() => { throw new Error("not today"); }`, "not today"],
    ["returns neither", "async () => document.createElement('p')", "neither a node nor a string"],
  ] as const)("that %s leaves the built-in card, and the console is told once", async ([_, card, why], { shop }) => {
    const page = await visit(shop, "/", { script: init(card) });
    await search(page, "oak");
    expect(await page.locator("vitrine-panel vitrine-card").count()).toBe(await options(page).count());
    expect(told(shop)).toEqual([`vitrine: card: ${why}; the built-in card is shown`]);
  });

  test("whose code cannot be had leaves the built-in card", async ({ shop }) => {
    const page = await visit(shop, "/", { script: init("() => 'own'") });
    await page.route(/\/shop-card-\w+\.js/, (route) => route.abort());
    await search(page, "oak");
    expect(await page.locator("vitrine-panel vitrine-card").count()).toBe(await options(page).count());
    expect(told(shop)).toEqual([expect.stringMatching(/^vitrine: card: .*shop-card/)]);
  });
});

test("a page without either fetches nothing for it", async ({ shop }) => {
  const page = await shop.visit("/", devices.phone);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.locator("#search").tap();
  await page.keyboard.type("oak");
  await settled(page);
  expect(asked.some((url) => /\/mount-/.test(url))).toBe(true);
  expect(asked.filter((url) => /shop-card/.test(url))).toEqual([]);
});

test("hostile products are words in a template, too, and never a program", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-cards-"));
  writeFileSync(join(folder, "products.jsonl"), products.map((p) => JSON.stringify({ price: 5, ...p })).join("\n"));
  const bundle = join(folder, "bundle");
  execFileSync(command, ["build", "--catalog", join(folder, "products.jsonl"), "--out", bundle, "--quiet"]);
  const hostile = await Shop.open(bundle);
  onTestFinished(async () => {
    await hostile.close();
    rmSync(folder, { recursive: true });
  });
  const body = template.replace(
    "</template>",
    `<script data-field="title"></script><style data-field="brand"></style><a data-field="image">a</a></template>`,
  );
  const page = await visit(hostile, "/", { body });
  await search(page, "lamp");
  expect(await page.locator(`${own} strong`).count()).toBe(products.length);
  expect(await page.locator(`${own} :is(script, style, a)`).count()).toBe(0);
  expect(await page.locator(`${own} strong :not(mark)`).count()).toBe(0);
  expect(await page.locator(`${own} strong`).filter({ hasText: "{{x}} ${y}" }).count()).toBe(1);
  const schemes = await page
    .locator(`${own} img`)
    .evaluateAll((all) => all.map((img) => new URL((img as HTMLImageElement).src).protocol));
  expect(new Set(schemes)).toEqual(new Set(["http:"]));
  expect(await page.evaluate(() => document.querySelectorAll("[data-owned]").length)).toBe(0);
  await picture(page, "cards-hostile");
});
