// The hosts of the engine that the bench times. Another one joins by a module
// that exports measure() and a line here.

import * as chromium from "./chromium.mjs";
import * as native from "./native.mjs";
import * as node from "./node.mjs";

/**
 * What one host took on one set, in milliseconds: `open` until the first query
 * can be asked, of which `start` is the program's own and `bundle` the time from
 * there on; `each` query and each keystroke of `typed` in the order given. Those
 * are the engine's own time, without transport and without the loading of cards.
 * `memoryBytes` is what the engine holds in the end. Where a host cannot tell, a
 * member is left out.
 * @typedef {{open: number, start?: number, bundle?: number, each: number[], typed: number[],
 *   memoryBytes?: number}} Measurement
 *
 * @typedef {import("./sets.mjs").DataSet & {bundle: string}} Indexed
 * @type {Record<string, {measure: (set: Indexed, workload: import("./workload.mjs").Workload) =>
 *   Promise<Measurement>}>}
 */
export const hosts = { native, node, chromium };
