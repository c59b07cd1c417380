// The systems that the bench times. Another one joins by a module that exports
// measure() and a line here.

import * as chromium from "./chromium.mjs";
import * as native from "./native.mjs";
import * as node from "./node.mjs";

/**
 * What one system took on one set, in milliseconds: `open` until the first query
 * can be asked, `first` for that query, and `each` query in the order given. The
 * last two are the engine's own time, without transport and without the loading
 * of cards.
 * @typedef {{open: number, first: number, each: number[]}} Measurement
 *
 * @typedef {import("./sets.mjs").DataSet & {bundle: string}} Indexed
 * @type {Record<string, {measure: (set: Indexed, queries: string[]) => Promise<Measurement>}>}
 */
export const hosts = { native, node, chromium };
