// Counts what vitest's JSON reporter wrote.

/**
 * @param {any} report the parsed report
 * @returns {{passed: number, failed: number, skipped: number}}
 */
export function vitestResults(report) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    const count = (wanted) => statuses.filter((status) => status === wanted).length;
    sum.passed += count("passed");
    sum.skipped += statuses.length - count("passed") - count("failed");
    // A file that cannot be loaded, or whose hooks fail, has no failed test.
    sum.failed += Math.max(count("failed"), file.status === "failed" ? 1 : 0);
  }
  return sum;
}
