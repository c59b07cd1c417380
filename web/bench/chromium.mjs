// The engine as shoppers run it: in a web worker of a page in Chromium, through
// dist/engine.js, with the bundle over HTTP from this machine.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumFlags, chromiumProgram } from "../scripts/chromium.mjs";
import { serveFolders } from "./static-server.mjs";

/**
 * Visits before the one that is measured: the first waits for the network, the second
 * compiles from the browser's cache, and from the third on compiled code is there.
 */
const VISITS = 2;

/** @type {import("./hosts.mjs").hosts[string]["measure"]} */
export async function measure(set, workload) {
  const server = await serveFolders({ "/dist/": "dist", "/bench/": "web/bench", "/bundle/": set.bundle });
  // A profile that lasts, as a shopper's does: a private window keeps no compiled code.
  const profile = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumProgram,
    args: chromiumFlags,
  });
  try {
    const page = await context.newPage();
    page.on("console", (message) => console.error(`chromium: ${message.text()}`));
    const enter = () => page.goto(`${server.address}/bench/page.html`);
    for (let i = 0; i < VISITS; i++) {
      await enter();
      await page.evaluate((asked) => globalThis.visit(asked), workload);
    }
    await enter();
    return await page.evaluate((asked) => globalThis.measure(asked), workload);
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
