// Counts what vitest's JSON reporter wrote.

/**
 * @param {any} report the parsed report
 * @returns {import("./go-test-results.mjs").Results}
 */
export function vitestResults(report) {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === "passed") sum.passed++;
      else if (test.status === "failed") {
        sum.failed++;
        sum.failures.push({ name: `${file.name} ${test.fullName}`, output: test.failureMessages.join("\n") });
      } else sum.skipped++;
    }
    // A file that cannot be loaded, or whose hooks fail, has no failed test.
    const blamed = file.assertionResults.some((test) => test.status === "failed");
    if (file.status === "failed" && !blamed) {
      sum.failed++;
      sum.failures.push({ name: file.name, output: file.message });
    }
  }
  return sum;
}
