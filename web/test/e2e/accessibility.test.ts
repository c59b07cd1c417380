import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devices, options, picture, Shop, settled } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

async function type(page: Page, text: string) {
  await page.locator("#search").click();
  await page.keyboard.type(text);
  await settled(page);
}

/** Every state that a shopper can see, by how to get there. */
const states: Record<string, (page: Page) => Promise<void>> = {
  home: async (page) => {
    await page.goto("/");
  },
  results: async (page) => {
    await page.goto("/");
    await type(page, "oak table");
    await page.keyboard.press("ArrowDown");
    await settled(page);
  },
  filtered: async (page) => {
    await page.goto("/");
    await type(page, "oak");
    const filters = page.locator("vitrine-panel .filter");
    if (await filters.isVisible()) await filters.click();
    await page.locator("vitrine-panel input[type=checkbox]").first().click();
    await page.locator("vitrine-panel input[type=radio]").nth(3).click();
    await settled(page);
  },
  nothing: async (page) => {
    await page.goto("/");
    await type(page, "qzxqzxqzx");
  },
  failed: async (page) => {
    await page.context().route(/\/bundle\//, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/");
    await type(page, "lamp");
    await page.context().unroute(/\/bundle\//);
  },
  loading: async (page) => {
    await page.context().route(/\/bundle\//, () => undefined);
    await page.goto("/");
    await page.locator("#search").click();
    await page.keyboard.type("lamp");
    await page.waitForTimeout(700);
    await page.context().unroute(/\/bundle\//);
  },
  category: async (page) => {
    await page.goto("/category.html?c=Furniture");
    await page.locator(".vitrine-tile").first().waitFor();
  },
  search: async (page) => {
    await page.goto("/search.html?q=lamp");
    await page.locator(".vitrine-tile").first().waitFor();
  },
  product: async (page) => {
    await page.goto("/product.html?id=sofa-01");
    await page.locator("[data-related] img").first().waitFor();
  },
  basket: async (page) => {
    await page.goto("/product.html?id=sofa-01");
    await page.getByRole("button", { name: "Add to basket" }).click();
    await page.goto("/basket.html");
    await page.locator(".lines li").waitFor();
  },
};

for (const [device, options] of Object.entries(devices)) {
  for (const colorScheme of ["light", "dark"] as const) {
    describe(`axe finds nothing on a ${device} in the ${colorScheme}`, () => {
      let page: Page;
      beforeAll(async () => {
        page = await shop.visit("/", { ...options, colorScheme, reducedMotion: "reduce" });
      });
      afterAll(() => page.context().close());

      test.each(Object.entries(states))("%s", async (state, reach) => {
        await reach(page);
        await picture(page, `${state}-${device}-${colorScheme}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
        expect(found).toEqual([]);
      });
    });
  }
}

test("at 200 % zoom nothing is cut off sideways", async () => {
  const page = await shop.visit("/", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  await type(page, "oak");
  await options(page).first().waitFor();
  await picture(page, "results-zoomed");
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider).toBe(false);
  await page.context().close();
});

test("in forced colours the chosen hit can still be told from the others", async () => {
  const page = await shop.visit("/", { ...devices.desktop, forcedColors: "active" });
  await type(page, "oak");
  await page.keyboard.press("ArrowUp");
  await settled(page);
  await picture(page, "results-forced-colours");
  const outline = await options(page)
    .last()
    .evaluate((option) => getComputedStyle(option).outlineStyle);
  expect(outline).toBe("solid");
  await page.context().close();
});

test("a right-to-left page has the filters on the right and the prices on the left", async () => {
  const page = await shop.visit("/");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await type(page, "oak");
  const middle = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  await picture(page, "results-right-to-left");
  expect(await middle("vitrine-panel .facets")).toBeGreaterThan(await middle("[role=option] .picture"));
  expect(await middle("[role=option] .picture")).toBeGreaterThan(await middle("[role=option] .price"));
  await page.context().close();
});
