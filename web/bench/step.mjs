// Says on standard error what the bench is doing.

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} run
 * @returns {Promise<T>} what the run returns, between two lines of progress
 */
export async function step(title, run) {
  console.error(`==> ${title}`);
  const begin = performance.now();
  const result = await run();
  console.error(`    ${title}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return result;
}
