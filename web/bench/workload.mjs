// What is asked of every system: whole queries, and queries as they are typed.

/** How many queries are typed, letter by letter: some five hundred keystrokes. */
const typedQueries = 24;

/**
 * @typedef {{id: string, text: string}} Query
 * @typedef {{queries: Query[], keystrokes: string[]}} Workload
 */

/**
 * A sample that knows nothing of the queries and is the same in every run: those
 * whose identifiers have the smallest checksums.
 * @param {Query[]} queries
 * @param {number} size
 * @returns {Query[]} all of them if there are fewer
 */
export function sample(queries, size) {
  const keyed = queries.map((query) => ({ query, key: crc32(query.id) }));
  keyed.sort((a, b) => a.key - b.key || (a.query.id < b.query.id ? -1 : 1));
  return keyed.slice(0, size).map(({ query }) => query);
}

/**
 * Every prefix of a fixed sample of the queries, in the order of typing.
 * @param {Query[]} queries
 * @returns {string[]}
 */
export function keystrokes(queries) {
  return sample(queries, typedQueries).flatMap(({ text }) => {
    const letters = [...text];
    return letters.map((_, i) => letters.slice(0, i + 1).join(""));
  });
}

/**
 * @param {string} text
 * @returns {number} the CRC-32 of its UTF-8 (ISO 3309)
 */
export function crc32(text) {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
