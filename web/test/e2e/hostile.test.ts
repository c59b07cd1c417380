/** A catalogue that tries to be more than words, through the real indexer into a real page. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { test } from "./fixture.ts";
import { attack, products } from "./hostile-products.ts";
import { command, devices, options, picture, type Shop, search, settled } from "./shop.ts";

const folder = mkdtempSync(join(tmpdir(), "vitrine-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));
test.override("mayComplainOf", /status of 404/); // the pictures that are not there
test.override("bundle", () => {
  const catalogue = join(folder, "products.jsonl");
  const rows = products.map((product) => JSON.stringify({ price: 5, category: [`<b>${product["id"]}`], ...product }));
  writeFileSync(catalogue, rows.join("\n"));
  execFileSync(command, ["build", "--catalog", catalogue, "--out", join(folder, "bundle"), "--quiet"]);
  return join(folder, "bundle");
});

let page: Page;
test.beforeAll(async ({ shop }) => {
  page = await watched(shop, devices.desktop);
  await search(page, "lamp");
});

/** What was tried in any page: a script ran, a dialog opened, the policy had to step in. */
const tried: string[] = [];

/** Opens the home page with an ear for everything that only a script could do. */
async function watched(shop: Shop, device: (typeof devices)["phone"] | (typeof devices)["desktop"]): Promise<Page> {
  const opened = await shop.visit("about:blank", device);
  opened.on("dialog", (dialog) => {
    tried.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await opened.exposeFunction("report", (what: string) => tried.push(what));
  await opened.addInitScript(() => {
    const { report } = window as unknown as { report(what: string): void };
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      report(`${violatedDirective} ${blockedURI}`);
    });
    new MutationObserver(() => {
      if (document.documentElement.dataset["owned"] !== undefined) report("a script ran");
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-owned"] });
  });
  await opened.goto("/");
  return opened;
}

const hit = (words: string) => options(page).filter({ hasText: words });

test("every product is shown, each in a row that can be read", async () => {
  expect(await options(page).count()).toBe(products.length);
  const heights = await options(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThan(60);
  expect(Math.max(...heights)).toBeLessThan(260);
  await picture(page, "hostile-panel");
});

test("markup in a title is its letters", async () => {
  const shown = await hit("Zed").locator(".title").textContent();
  expect(shown).toContain(`"Zed" 'n'`);
  expect(shown).toContain("{{x}} ${y}");
  expect(await hit("7*7").locator(".title").textContent()).toContain("{{constructor.constructor('alert(1)')()}}");
  const elements = page.locator("vitrine-panel a[role=option] .words :not(mark, p, span, svg, path)");
  expect(await elements.count()).toBe(0);
});

test("an address that is a script or data is no address", async () => {
  for (const words of ["script for an address", "hidden script", "script in two lines", "data for an address"]) {
    expect(await hit(words).getAttribute("href")).toBeNull();
    await hit(words).dispatchEvent("click");
    await page.locator("#search").click();
    await settled(page);
  }
});

test("every address that is left leads to a page", async () => {
  const schemes = await options(page).evaluateAll((all) =>
    all.flatMap((a) => (a instanceof HTMLAnchorElement && a.hasAttribute("href") ? [a.protocol] : [])),
  );
  expect(schemes.length).toBeGreaterThan(0);
  expect(new Set(schemes)).toEqual(new Set(["http:"]));
});

test("a picture that is none, or not there, is a drawing in its place", async () => {
  for (const words of ["data for a picture", "without its picture"]) {
    await hit(words).scrollIntoViewIfNeeded();
    await expect.poll(() => hit(words).locator(".picture svg").count()).toBe(1);
    expect(await hit(words).locator("img").count()).toBe(0);
  }
});

test("a text that turns round turns nothing but itself", async () => {
  const price = hit("turned round").locator(".price");
  expect(await price.innerText()).toBe(await hit("Zed").locator(".price").innerText());
  const apart = await options(page).evaluateAll((all) => all.every((row) => getComputedStyle(row).direction === "ltr"));
  expect(apart).toBe(true);
});

/** What runs out of the view's width, or is drawn over what stands above or below it. */
function overflowing(view: Page): Promise<string[]> {
  return view.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>("vitrine-panel [role=option], .vitrine-tile")];
    const wide = [document.documentElement, ...rows].filter((row) => row.scrollWidth > row.clientWidth + 1);
    return wide.map((row) => `${row.tagName} ${row.textContent?.slice(0, 30)}`);
  });
}

const queries = {
  "an element": `<img src=x onerror="${attack}">`,
  "the end of an attribute": `"><script>${attack}</script>`,
  "a template": "{{constructor.constructor('alert(1)')()}}",
  "marks of direction": "\u202elamp \u200f '\"--%00",
  "one long word": "x".repeat(3000),
};

for (const [name, device] of Object.entries(devices)) {
  describe(`on a ${name}`, () => {
    let view: Page;
    test.beforeAll(async ({ shop }) => {
      view = await watched(shop, device);
    });
    afterAll(() => view.context().close());

    test("every value of every facet can be chosen, shown as a chip and removed", async () => {
      await search(view, "lamp").catch(() => settled(view));
      const filters = view.locator("vitrine-panel .filter");
      if (await filters.isVisible()) await filters.click();
      for (const all of await view.locator("vitrine-panel vitrine-facets-view .link").all()) await all.click();
      const boxes = view.locator("vitrine-panel vitrine-facets-view input[type=checkbox]");
      expect(await boxes.count()).toBeGreaterThan(10);
      for (const i of [0, 3, 6]) {
        await boxes.nth(i).dispatchEvent("click");
        await settled(view);
      }
      const names = await view.locator("vitrine-panel vitrine-facets-view label .name").allInnerTexts();
      expect(names.filter((text) => text === "")).toEqual([]);
      const chips = view.locator("vitrine-panel .chip:not(.all)");
      expect(await chips.count()).toBeGreaterThan(0);
      await picture(view, `hostile-chips-${name}`);
      expect(await view.locator("vitrine-panel .chip :not(svg, path)").count()).toBe(0);
      expect(await overflowing(view)).toEqual([]);
      await chips.first().click();
      await settled(view);
    });

    test.each(Object.entries(queries))("the query of %s is only words", async (_, query) => {
      await view.goto("/");
      await view.locator("#search").click();
      const field = view.locator("dialog[open] .vitrine-field, #search").last();
      await (device === devices.phone ? view.locator(".vitrine-field") : field).fill(query);
      await settled(view);
      await picture(view, `hostile-query-${name}`);
      expect(await overflowing(view)).toEqual([]);
      await view.goto(`/search.html?q=${encodeURIComponent(query)}`);
      await settled(view);
      expect(await overflowing(view)).toEqual([]);
    });

    test("a results page holds all of them", async () => {
      await view.goto("/search.html?q=lamp");
      await view.locator(".vitrine-tile").first().waitFor();
      expect(await view.locator(".vitrine-tile").count()).toBe(products.length);
      await picture(view, `hostile-page-${name}`);
      expect(await overflowing(view)).toEqual([]);
    });
  });
}

test("none of all this ran, opened a dialog, or met the policy", () => {
  expect(tried).toEqual([]);
});
