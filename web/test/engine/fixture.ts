import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launchChromium } from "../chromium.ts";
import { openPage, startShop } from "./browser.ts";
import type { Site } from "./site.ts";

/** What a test file of the engine in Chromium works with; new for each test, but for the browser. */
export interface Fixture {
  browser: Browser;
  shop: Site;
  page: Page;
}

/** Sets up a browser for the file, and a shop and a page for each of its tests. */
export function useShop(makeBundle: () => string): Fixture {
  const fixture = {} as Fixture;
  let bundle: string;
  beforeAll(async () => {
    bundle = makeBundle();
    fixture.browser = await launchChromium();
  });
  beforeEach(async () => {
    fixture.shop = await startShop(bundle);
    fixture.page = await openPage(fixture.browser, fixture.shop);
  });
  afterEach(async () => {
    await fixture.page.context().close();
    await fixture.shop.close();
  });
  afterAll(() => fixture.browser.close());
  return fixture;
}
