// The figures by which times are reported.

/** How many queries are timed at least, so that a p95 stands on 25 slower ones. */
const leastSamples = 500;

/**
 * @param {number[]} values
 * @param {number} share 0 to 1
 * @returns {number} the smallest value that at least this share of the values do not exceed (nearest rank)
 */
export function percentile(values, share) {
  if (values.length === 0) throw new Error("percentile of no values");
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/**
 * @param {number[]} milliseconds
 * @returns {{count: number, p50: number, p95: number, p99: number, max: number}}
 */
export function summary(milliseconds) {
  return {
    count: milliseconds.length,
    p50: percentile(milliseconds, 0.5),
    p95: percentile(milliseconds, 0.95),
    p99: percentile(milliseconds, 0.99),
    max: percentile(milliseconds, 1),
  };
}

/**
 * The queries to time, in order: all of them, and again from the start while
 * they are few.
 * @template T
 * @param {T[]} queries
 * @param {number} least
 * @returns {T[]}
 */
export function rounds(queries, least = leastSamples) {
  return Array.from({ length: Math.ceil(least / queries.length) }, () => queries).flat();
}
