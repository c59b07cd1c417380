// The JavaScript search engines that Vitrine is measured against. Another one
// joins by a module that exports build() and a line here.

import * as minisearch from "./minisearch.mjs";
import * as orama from "./orama.mjs";

/**
 * A document has an id and a text for each of the fields. `search` returns the
 * best hits, best first; `serialised` is what a shop would send to its shoppers.
 * @typedef {Record<string, string>} Document
 * @typedef {{id: string, score: number}} Hit
 * @typedef {{search: (text: string, depth: number) => Promise<Hit[]>, serialised: () => string}} Index
 * @typedef {{build: (documents: Document[], fields: string[]) => Promise<Index>}} Peer
 * @type {Record<string, Peer>}
 */
export const peers = { minisearch, orama };
