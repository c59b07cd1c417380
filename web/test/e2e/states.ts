/** Every state that a shopper can see, by how to get there. */
import type { Page } from "playwright-core";
import { ranked, settled } from "./shop.ts";

/** Types into the shop's search field, and waits until the answer is drawn. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator("#search").click();
  await page.keyboard.type(text);
  await settled(page);
}

/** Opens the home page with these searches kept from earlier visits. */
async function returning(page: Page, recent: readonly string[]): Promise<void> {
  await page.goto("/");
  await page.evaluate((list) => {
    const bundle = new URL("bundle/", document.baseURI).href;
    localStorage.setItem(`vitrine:recent:${bundle}`, JSON.stringify(list));
  }, recent);
  await page.goto("/");
}

async function openFilters(page: Page): Promise<void> {
  const filters = page.locator("vitrine-panel .filter");
  if (await filters.isVisible()) await filters.click();
}

export const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: async (page) => {
    await page.goto("/");
  },
  "the panel without a query": async (page) => {
    await page.goto("/");
    await page.locator("#search").click();
    await page.locator("vitrine-panel .vitrine-suggestion").first().waitFor();
    await settled(page);
  },
  "recent searches": async (page) => {
    await returning(page, ["oak table", "floor lamp"]);
    await page.locator("#search").click();
    await page.locator("vitrine-panel .vitrine-recent").waitFor();
    await settled(page);
    await page.keyboard.press("ArrowDown");
  },
  suggestions: async (page) => {
    await page.goto("/");
    await type(page, "so");
    await page.locator("vitrine-panel .vitrine-suggestion").first().waitFor();
    await page.keyboard.press("ArrowDown");
  },
  results: async (page) => {
    await page.goto("/");
    await type(page, "oak table");
    // What is chosen by the arrows stays where it is when the second stage comes.
    await ranked(page);
    await page.keyboard.press("ArrowUp");
    await settled(page);
  },
  "results in a grid": async (page) => {
    await page.goto("/");
    await type(page, "oak");
    await page.getByRole("button", { name: "Grid" }).click();
    await settled(page);
  },
  "filters open": async (page) => {
    await page.goto("/");
    await type(page, "oak");
    await openFilters(page);
    await page.locator("vitrine-panel vitrine-facets-view .link").first().click();
  },
  "filters chosen": async (page) => {
    await page.goto("/");
    await type(page, "oak");
    await openFilters(page);
    await page.locator("vitrine-panel input[type=checkbox]").first().click();
    await page.locator("vitrine-panel input[type=radio]").nth(3).click();
    await settled(page);
  },
  "filters said": async (page) => {
    await page.goto("/");
    await type(page, "lamp under 50");
    await page.locator("vitrine-panel .chip").first().waitFor();
  },
  "quick view": async (page) => {
    await page.goto("/");
    await type(page, "oak table");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+Enter");
    await page.locator("vitrine-quick-view dialog").waitFor();
  },
  "quick view in a grid": async (page) => {
    await page.goto("/");
    await type(page, "oak table");
    await page.getByRole("button", { name: "Grid" }).click();
    await settled(page);
    await page.locator("vitrine-panel .vitrine-peek").first().dispatchEvent("click");
    await page.locator("vitrine-quick-view dialog").waitFor();
  },
  "nothing found": async (page) => {
    await page.goto("/");
    await type(page, "qzxqzxqzx");
  },
  "nothing found with filters": async (page) => {
    await page.goto("/");
    await type(page, "oak");
    await openFilters(page);
    await page.locator("vitrine-panel input[type=checkbox]").first().click();
    const shut = page.locator("vitrine-panel .done button");
    if (await shut.isVisible()) await shut.click();
    await page.locator("input:focus-visible, #search").first().focus();
    const field = page.locator("vitrine-panel dialog[open]");
    await ((await field.count()) > 0 ? page.locator(".vitrine-field") : page.locator("#search")).fill("towel");
    await settled(page);
  },
  "a corrected query": async (page) => {
    await page.goto("/");
    await type(page, "sofaa");
    await page.locator("vitrine-panel .correction").waitFor();
  },
  "some of the words": async (page) => {
    await page.goto("/");
    await type(page, "walnut trampoline");
    await page.locator("vitrine-panel .relaxation").waitFor();
  },
  "a failure": async (page) => {
    await page.context().route(/\/bundle\//, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/");
    await type(page, "lamp");
    await page.locator("vitrine-panel summary", { hasText: "Technical details" }).click();
    await page.context().unroute(/\/bundle\//);
  },
  loading: async (page) => {
    await page.context().route(/\/bundle\//, () => undefined);
    await page.goto("/");
    await page.locator("#search").click();
    await page.keyboard.type("lamp");
    await page.locator("vitrine-panel .skeleton:visible").first().waitFor();
    await page.waitForTimeout(700);
    await page.context().unroute(/\/bundle\//);
  },
  "a category": async (page) => {
    await page.goto("/category.html?c=Furniture");
    await page.locator(".vitrine-tile").first().waitFor();
  },
  "a results page": async (page) => {
    await page.goto("/search.html?q=lamp");
    await page.locator(".vitrine-tile").first().waitFor();
  },
  "page by page": async (page) => {
    await page.goto("/");
    await page.locator("main").evaluate((main) => {
      const heading = document.createElement("h1");
      heading.textContent = "All products";
      main.replaceChildren(heading, document.createElement("article"));
    });
    const asked = { into: "main article", bundle: "bundle/", limit: 8, paging: "pages" };
    // As text, because the test's own module loader would take the import for its own.
    await page.evaluate(`import("/vitrine.js").then(({ results }) => void results(${JSON.stringify(asked)}))`);
    await page.getByRole("button", { name: "Next page" }).click();
    await settled(page);
  },
  "a product": async (page) => {
    await page.goto("/product.html?id=sofa-01");
    await page.locator("[data-related] img").first().waitFor();
  },
  "the playground": async (page) => {
    await page.goto("/playground.html");
    await page.locator("[data-preview] .vitrine-tile").first().waitFor();
    for (const summary of await page.locator("[data-controls] summary").all()) await summary.click();
  },
  "a basket": async (page) => {
    await page.goto("/product.html?id=sofa-01");
    await page.getByRole("button", { name: "Add to basket" }).click();
    await page.goto("/basket.html");
    await page.locator(".lines li").waitFor();
  },
};
