// MiniSearch, as its documentation advises for a search box: the last and every
// other word may be a prefix, a fifth of a word's letters may be wrong, and a
// title weighs twice.

import MiniSearch from "minisearch";

const options = { prefix: true, fuzzy: 0.2, boost: { title: 2 } };

/** @type {import("./peers.mjs").Peer["build"]} */
export async function build(documents, fields) {
  const index = new MiniSearch({ fields, searchOptions: options });
  index.addAll(documents);
  return {
    // It always ranks all that it finds.
    search: async (text, depth) => index.search(text).slice(0, depth),
    serialised: () => JSON.stringify(index),
  };
}
