import { expect, test } from "vitest";
import { vitestResults } from "../../scripts/vitest-results.mjs";

const assertion = (status: string) => ({ status, fullName: status, failureMessages: ["why"] });

test("every state of a test is counted", () => {
  const statuses = ["passed", "passed", "failed", "pending", "skipped", "todo"];
  const report = {
    testResults: [{ name: "f", status: "failed", message: "", assertionResults: statuses.map(assertion) }],
  };
  expect(vitestResults(report)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 3,
    failures: [{ name: "f failed", output: "why" }],
  });
});

test("a file that cannot be loaded is a failure", () => {
  const report = { testResults: [{ name: "f", status: "failed", message: "no such module", assertionResults: [] }] };
  expect(vitestResults(report)).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: [{ name: "f", output: "no such module" }],
  });
});
