// The proof that a throttle slows what it is said to slow: a fixed loop and a
// fixed download, in a page and in a worker of it.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serveFolders } from "../static-server.mjs";
import { Browser } from "./devtools.mjs";
import { Page } from "./page.mjs";
import { slowDown } from "./throttles.mjs";

const downloadBytes = 100_000;

const loop = () => {
  const begin = performance.now();
  let sum = 0;
  for (let i = 0; i < 5e7; i++) sum += i % 7;
  return sum > 0 && performance.now() - begin;
};

const download = async (address) => {
  const begin = performance.now();
  await (await fetch(address, { cache: "no-store" })).arrayBuffer();
  return performance.now() - begin;
};

/** The worker runs what it is sent. */
const runner = `onmessage = async ({ data: [f, given] }) => postMessage(await (0, eval)("(" + f + ")")(given));`;

/**
 * @param {string} folder to put the page and the download in
 * @param {string} profile
 * @param {{network: string, slow: boolean}} conditions
 * @returns {Promise<{loop: {page: number, worker: number}, download: {page: number, worker: number}}>} milliseconds
 */
export async function prove(folder, profile, { network, slow }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>proof</title>");
  writeFileSync(join(folder, "download.bin"), Buffer.alloc(downloadBytes, 1));
  const server = await serveFolders({ "/": folder });
  const browser = new Browser(profile);
  let end = async () => {};
  try {
    const page = await Page.open(browser, network);
    await page.go(`${server.address}/index.html`);
    if (slow) end = await slowDown(browser);
    return await timed(page.evaluate, `${server.address}/download.bin`);
  } finally {
    await end();
    await browser.close();
    await server.close();
  }
}

async function timed(evaluate, address) {
  const inPage = (f, given) => evaluate(`(${f})(${JSON.stringify(given)})`);
  await evaluate(`globalThis.proving = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(runner)}])))`);
  const inWorker = (f, given) =>
    evaluate(`new Promise((resolve) => {
      proving.onmessage = ({ data }) => resolve(data);
      proving.postMessage(${JSON.stringify([`${f}`, given])});
    })`);
  // The first time compiles it.
  for (const run of [inPage, inWorker]) await run(loop);
  return {
    loop: { page: await inPage(loop), worker: await inWorker(loop) },
    download: { page: await inPage(download, address), worker: await inWorker(download, address) },
  };
}
