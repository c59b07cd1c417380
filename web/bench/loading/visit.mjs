// A visit as a shopper makes it who came to search: the page is loaded, the field
// focused at once, two letters typed, and the rest when something is suggested.

import { setTimeout as sleep } from "node:timers/promises";
import { Browser } from "./devtools.mjs";
import { Page } from "./page.mjs";
import { slowDown } from "./throttles.mjs";
import { countBytes, kindsOf } from "./wire.mjs";

/** How fast the rest of the query is typed once something is suggested, in milliseconds a letter. */
const typing = 20;

/** How long a step of a visit may take. */
const patience = 60_000;

/**
 * @typedef {{address: string, bundle: string, query: string, first: string[], both: string[]}} Shop
 *   first and both are the titles on top for the query, by the first stage of the ranking and by both
 * @typedef {{suggestion: number, keyword: number, reranked: number, bytes: Record<string, number>, shifts: number}} Visit
 *   milliseconds since the focus
 *
 * @param {string} profile the browser's, which a second visit shares with the first
 * @param {Shop} shop
 * @param {{network: string, slow: boolean}} conditions
 * @returns {Promise<Visit>}
 */
export async function visit(profile, shop, { network, slow }) {
  const browser = new Browser(profile);
  let end = async () => {};
  try {
    const page = await Page.open(browser, network);
    const bytes = countBytes(browser, kindsOf(shop.bundle));
    if (slow) end = await slowDown(browser);
    await page.go(shop.address);
    return { ...(await search(page, shop)), bytes: await bytes(), shifts: await page.evaluate("bench.noted.shifts") };
  } finally {
    await end();
    await browser.close();
  }
}

async function search(page, { query, first, both, bundle, address }) {
  const letters = [...query];
  const start = 2;
  const suggested = within("a suggestion", page.evaluate("bench.sinceFocus(bench.firstOption())"), page);
  const titles = (list) => `bench.titles(${JSON.stringify(list)})`;
  const found = page.evaluate(`bench.sinceFocus(Promise.race([${titles(first)}, ${titles(both)}]))`);
  const reranked = page.evaluate(`bench.sinceFocus(${titles(both)})`);
  for (const each of [found, reranked]) each.catch(() => undefined);
  await page.evaluate(`document.querySelector("#search").focus()`);
  await page.type(letters.slice(0, start).join(""), 0);
  const suggestion = await suggested;
  await page.type(letters.slice(start).join(""), typing);
  const keyword = await within("the keyword search", found, page);
  const script = new URL("vitrine.js", address).href;
  const complete = page.evaluate(
    `bench.secondStage(${JSON.stringify(script)}, ${JSON.stringify(new URL("bundle/", address).href)})`,
  );
  await within(`the second stage of ${bundle}`, complete, page);
  // The next thing that is typed is ranked by both stages.
  await page.type(" ", typing);
  await page.press({ key: "Backspace", windowsVirtualKeyCode: 8, code: "Backspace" });
  return { suggestion, keyword, reranked: await within("the re-ranked search", reranked, page) };
}

/** Fails with what is on the page where the step takes too long. */
async function within(what, promise, page) {
  const late = Symbol(what);
  const giveUp = new AbortController();
  const outcome = await Promise.race([promise, sleep(patience, late, { signal: giveUp.signal })]);
  giveUp.abort();
  if (outcome !== late) return outcome;
  throw new Error(`${what} does not come; the page shows ${JSON.stringify(await page.evaluate("bench.shown()"))}`);
}
