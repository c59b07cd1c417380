// The engine as shoppers run it: in a web worker of a page in Chromium, through
// dist/engine.js, with the bundle over HTTP from this machine.

import { chromium } from "playwright-core";
import { serveFolders } from "./static-server.mjs";

/** @type {import("./hosts.mjs").hosts[string]["measure"]} */
export async function measure(set, workload) {
  const server = await serveFolders({ "/dist/": "dist", "/bench/": "web/bench", "/bundle/": set.bundle });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    const page = await browser.newPage();
    page.on("console", (message) => console.error(`chromium: ${message.text()}`));
    await page.goto(`${server.address}/bench/page.html`);
    return await page.evaluate((asked) => globalThis.measure(asked), workload);
  } finally {
    await browser.close();
    await server.close();
  }
}
