import { expect, test } from "vitest";
import { vitestResults } from "../../scripts/vitest-results.mjs";

function report(status: string, ...statuses: string[]) {
  return { testResults: [{ name: "f", status, assertionResults: statuses.map((each) => ({ status: each })) }] };
}

test("every state of a test is counted", () => {
  const all = report("failed", "passed", "passed", "failed", "pending", "skipped", "todo");
  expect(vitestResults(all)).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test("a file that fails without a failed test is a failure", () => {
  expect(vitestResults(report("failed"))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(vitestResults(report("failed", "passed"))).toEqual({ passed: 1, failed: 1, skipped: 0 });
});
