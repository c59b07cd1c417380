import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { type Shop, search, settled } from "./shop.ts";

declare global {
  interface Window {
    blocked: string[];
  }
}

/** Opens the page with an ear for everything that the policy blocks. */
async function visit(shop: Shop, path: string): Promise<Page> {
  const page = await shop.visit("about:blank");
  await page.addInitScript(() => {
    window.blocked = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.blocked.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(path);
  return page;
}

test("the server sends the strict policy, without inline styles or scripts", async ({ shop }) => {
  const response = await fetch(shop.origin);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
});

test("a whole visit is within the policy", async ({ shop }) => {
  const page = await visit(shop, "/");
  await search(page, "oak");
  await page.locator("vitrine-panel input[type=checkbox]").first().click();
  await settled(page);
  expect(await page.evaluate(() => window.blocked)).toEqual([]);
  for (const path of [
    "/category.html?c=Furniture",
    "/search.html?q=lamp",
    "/product.html?id=sofa-01",
    "/basket.html",
  ]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => window.blocked)).toEqual([]);
  }
});

test("a page that enforces Trusted Types is searched in a web worker all the same", async ({ shop }) => {
  const page = await visit(shop, "about:blank");
  await page.context().route(`${shop.origin}/`, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = `${headers["content-security-policy"]}; require-trusted-types-for 'script'; trusted-types vitrine lit-html`;
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy } });
  });
  await page.goto("/");
  await search(page, "oak");
  expect(page.workers().length).toBe(1);
  expect(await page.evaluate(() => window.blocked)).toEqual([]);
});

test("the engine runs in a web worker under the policy", async ({ shop }) => {
  const page = await visit(shop, "/");
  await search(page, "oak");
  expect(page.workers().length).toBe(1);
});
