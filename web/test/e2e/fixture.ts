/**
 * The `test` of whole visits: the shop is open for a file's tests, what a test opens is closed with it, even when
 * it fails, and it fails where its pages complained or asked another host.
 */
import { join } from "node:path";
import type { BrowserContextOptions, LaunchOptions } from "playwright-core";
import { test as base, expect } from "vitest";
import { devices, Shop, site } from "./shop.ts";

/** What a file overrides, all or none of it, with `test.override`. */
const defaults = base
  /** The folder of the bundle that the shop has; its pages are the demo's. */
  .extend("bundle", { scope: "file" }, join(site, "bundle"))
  .extend("launch", { scope: "file" }, {} as LaunchOptions)
  /** What pages may complain of, because the tests have something fail. */
  .extend("mayComplainOf", /(?!)/)
  /** Where and with what `page` is opened. */
  .extend("path", "/")
  .extend("device", devices.desktop as BrowserContextOptions);

export const test = defaults
  .extend("shop", { scope: "file" }, async ({ bundle, launch }, { onCleanup }) => {
    const shop = await Shop.open(bundle, site, launch);
    onCleanup(async () => {
      await shop.close();
      expectQuiet(shop);
    });
    return shop;
  })
  .extend("closing", { auto: true }, ({ shop, mayComplainOf }, { onCleanup }) => {
    // What was opened before is shared by the tests of a `describe`.
    const shared = new Set(shop.contexts());
    onCleanup(async () => {
      for (const context of shop.contexts()) if (!shared.has(context)) await context.close();
      expectQuiet(shop, mayComplainOf);
    });
  })
  .extend("page", ({ shop, path, device }) => shop.visit(path, device));

/** Expects that nothing complained and nothing left for another host, and starts anew. */
function expectQuiet(shop: Shop, but = /(?!)/): void {
  const complaints = shop.complaints.splice(0).filter((said) => !but.test(said));
  expect({ complaints, strangers: shop.strangers.splice(0) }).toEqual({ complaints: [], strangers: [] });
}
