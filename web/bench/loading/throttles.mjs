// What makes this machine and its network slow; proof.mjs shows that it does.

import { Worker } from "node:worker_threads";

const kilobits = (n) => (n * 1000) / 8;

/** The networks by name: latency in milliseconds, throughput in bytes a second. */
export const networks = {
  "fast 4G": { latency: 165, downloadThroughput: kilobits(9000), uploadThroughput: kilobits(1350) },
  "slow 4G": { latency: 560, downloadThroughput: kilobits(1600), uploadThroughput: kilobits(675) },
  none: { latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
};

/** How long the processes run and stand still by turns, in milliseconds: a quarter of the time is theirs. */
const fourTimes = { run: 1, stand: 3 };

/**
 * Slows a page and its workers alike. The protocol's own throttle slows a page's
 * main thread and leaves workers as fast as they were, so the pages' processes are
 * stopped and continued by the clock.
 * @param {import("./devtools.mjs").Browser} browser
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function slowDown(browser) {
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const processes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const ended = new Int32Array(new SharedArrayBuffer(4));
  const pacer = new Worker(new URL("pacer.mjs", import.meta.url), {
    workerData: { processes, ended, ...fourTimes },
  });
  const exit = new Promise((resolve) => pacer.on("exit", resolve));
  return async () => {
    Atomics.store(ended, 0, 1);
    await exit;
  };
}
