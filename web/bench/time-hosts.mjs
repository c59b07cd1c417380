// Times one set in every host of the engine.

import { hosts } from "./hosts.mjs";
import { summary } from "./statistics.mjs";
import { step } from "./step.mjs";

/**
 * @typedef {ReturnType<typeof summary>} Summary
 * @typedef {{open: number, start?: number, bundle?: number, first: number, engine: Summary, typing?: Summary,
 *   memoryBytes?: number}} Times milliseconds; `typing` where the host was asked keystrokes
 * @param {import("./hosts.mjs").Indexed} set
 * @param {import("./workload.mjs").Workload} workload
 * @param {string[]} names of the hosts
 * @returns {Promise<Record<string, Times>>}
 */
export async function timeHosts(set, workload, names = Object.keys(hosts)) {
  const times = {};
  for (const name of names) {
    const { each, typed, ...opened } = await step(`${set.name}: ${name}`, () => hosts[name].measure(set, workload));
    const typing = typed.length > 0 ? summary(typed) : undefined;
    times[name] = { ...opened, first: each[0], engine: summary(each), typing };
  }
  return times;
}
