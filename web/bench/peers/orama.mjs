// Orama, with one wrong letter a word, and a title that weighs twice. Prefixes
// match by default.

import { create, insertMultiple, save, search } from "@orama/orama";

const options = { tolerance: 1, boost: { title: 2 } };

/** @type {import("./peers.mjs").Peer["build"]} */
export async function build(documents, fields) {
  const index = create({ schema: Object.fromEntries(fields.map((field) => [field, "string"])) });
  await insertMultiple(index, documents);
  return {
    search: async (term, limit) => (await search(index, { term, limit, properties: fields, ...options })).hits,
    serialised: () => JSON.stringify(save(index)),
  };
}
