// What the script tag costs a page before anybody searches: its bytes, and the
// longest task of the main thread in which it runs.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Browser } from "./devtools.mjs";
import { Page } from "./page.mjs";

const categories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];

/**
 * @param {string} profile
 * @param {string} address of a page with the tag
 * @param {boolean} slow whether the main thread has a quarter of its speed
 * @returns {Promise<number>} milliseconds of the longest task with the tag in it
 */
export async function longestTask(profile, address, slow) {
  const browser = new Browser(profile);
  try {
    const events = [];
    browser.on("Tracing.dataCollected", ({ value }) => events.push(...value));
    const complete = new Promise((resolve) => browser.on("Tracing.tracingComplete", resolve));
    const page = await Page.open(browser, "none");
    await page.send("Emulation.setCPUThrottlingRate", { rate: slow ? 4 : 1 });
    await browser.send("Tracing.start", { traceConfig: { includedCategories: categories } });
    await page.go(address);
    await browser.send("Tracing.end");
    await complete;
    return longestTaskOf(events, new URL("vitrine.js", address).href);
  } finally {
    await browser.close();
  }
}

/** The longest task in which the script at the address is compiled or run. */
export function longestTaskOf(events, address) {
  const ours = events.filter(({ args }) => {
    const { fileName, url } = args?.data ?? args ?? {};
    return fileName === address || url === address;
  });
  const isAround = (task, { pid, tid, ts }) =>
    task.pid === pid && task.tid === tid && task.ts <= ts && ts < task.ts + task.dur;
  const tasks = events.filter((task) => task.name === "RunTask" && ours.some((event) => isAround(task, event)));
  if (tasks.length === 0) throw new Error(`${address}: no task of it in the trace`);
  return Math.max(...tasks.map(({ dur }) => dur)) / 1000;
}

/** @param {string} file */
export function gzipBytes(file) {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}
