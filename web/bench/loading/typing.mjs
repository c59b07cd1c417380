// How long a keystroke takes until what it finds is painted, and what the page
// does besides: interactions that wait for their frame, and things that move.

import { setTimeout as sleep } from "node:timers/promises";
import { summary } from "../statistics.mjs";
import { Browser } from "./devtools.mjs";
import { Page } from "./page.mjs";
import { slowDown } from "./throttles.mjs";

/** Between two keys, in milliseconds: what a key finds must be painted before the next. */
const pause = 350;

/**
 * @typedef {{keys: number, unchanged: number, paint: ReturnType<typeof summary>, inp: number, shifts: number}} Typing
 *   unchanged keys found what was shown already, and are not in `paint`
 *
 * @param {string} profile
 * @param {import("./visit.mjs").Shop & {typed: string[]}} shop
 * @param {{slow: boolean}} conditions
 * @returns {Promise<Typing>}
 */
export async function typing(profile, { address, typed }, { slow }) {
  const browser = new Browser(profile);
  let end = async () => {};
  try {
    const page = await Page.open(browser, "none");
    await page.go(address);
    await page.evaluate(`document.querySelector("#search").focus()`);
    await page.type(typed[0], pause);
    const script = JSON.stringify(new URL("vitrine.js", address).href);
    await page.evaluate(`bench.secondStage(${script}, ${JSON.stringify(new URL("bundle/", address).href)})`);
    if (slow) end = await slowDown(browser);
    await page.evaluate("bench.noted.keys.length = bench.noted.paints.length = 0");
    for (const query of typed) {
      await clear(page);
      await page.type(query, pause);
    }
    // The arrow keys and Escape are interactions too.
    for (const key of ["ArrowDown", "ArrowDown", "Escape"]) {
      await page.press({ key, code: key, windowsVirtualKeyCode: { ArrowDown: 40, Escape: 27 }[key] });
      await sleep(pause);
    }
    const noted = await page.evaluate("({ ...bench.noted, interactions: [...bench.noted.interactions.values()] })");
    return { ...latencies(noted), inp: interactionToNextPaint(noted), shifts: noted.shifts };
  } finally {
    await end();
    await browser.close();
  }
}

/** Selects all and lets the next key replace it. */
async function clear(page) {
  await page.evaluate(`document.querySelector("#search").select()`);
  await sleep(pause);
}

/**
 * From each letter to the last paint before the next key.
 * @param {{keys: {time: number, key: string}[], paints: number[]}} noted
 */
export function latencies({ keys, paints }) {
  const taken = keys.map(({ time, key }, i) => {
    if ([...key].length > 1) return undefined;
    const until = keys[i + 1]?.time ?? Number.POSITIVE_INFINITY;
    const last = paints.filter((paint) => paint > time && paint <= until).at(-1);
    return last === undefined ? null : last - time;
  });
  const letters = taken.filter((each) => each !== undefined);
  const painted = letters.filter((each) => each !== null);
  return { keys: letters.length, unchanged: letters.length - painted.length, paint: summary(painted) };
}

/** The slowest interaction but one in fifty, as INP is defined; what takes less than 16 ms is not noted. */
export function interactionToNextPaint({ interactions, keys }) {
  const slowest = [...interactions].sort((a, b) => b - a);
  return slowest[Math.floor(keys.length / 50)] ?? 0;
}
