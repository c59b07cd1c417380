import { expect, test } from "vitest";
import { GoTestResults } from "../../scripts/go-test-results.mjs";

function count(...events: Record<string, unknown>[]) {
  const results = new GoTestResults();
  for (const event of events) results.add(JSON.stringify({ Package: "p", ...event }));
  const { passed, failed, skipped, failures } = results.results();
  return { passed, failed, skipped, names: failures.map((failure) => failure.name) };
}

test("subtests are counted, their parent is not", () => {
  const got = count(
    { Action: "run", Test: "A" },
    { Action: "pass", Test: "A/one" },
    { Action: "skip", Test: "A/two" },
    { Action: "pass", Test: "A" },
    { Action: "pass", Test: "AB" },
    { Action: "pass" },
  );
  expect(got).toEqual({ passed: 2, failed: 0, skipped: 1, names: [] });
});

test("a failed subtest is one failure, not one for each of its parents", () => {
  const got = count(
    { Action: "fail", Test: "A/one/deep" },
    { Action: "fail", Test: "A/one" },
    { Action: "pass", Test: "A/two" },
    { Action: "fail", Test: "A" },
    { Action: "fail" },
  );
  expect(got).toEqual({ passed: 1, failed: 1, skipped: 0, names: ["p A/one/deep"] });
});

test("a parent that fails beside passing subtests is a failure", () => {
  const got = count({ Action: "pass", Test: "A/one" }, { Action: "fail", Test: "A" }, { Action: "fail" });
  expect(got).toEqual({ passed: 1, failed: 1, skipped: 0, names: ["p A"] });
});

test("a test that never ended, because the process died, is a failure", () => {
  const got = count({ Action: "run", Test: "A" }, { Action: "fail" });
  expect(got).toEqual({ passed: 0, failed: 1, skipped: 0, names: ["p A"] });
});

test("a package that does not compile is a failure with the compiler's words", () => {
  const results = new GoTestResults();
  results.add(JSON.stringify({ ImportPath: "p [p.test]", Action: "build-output", Output: "p.go:1: undefined\n" }));
  results.add(JSON.stringify({ ImportPath: "p [p.test]", Action: "build-fail" }));
  const ended = results.add(JSON.stringify({ Package: "p", Action: "fail", Elapsed: 0.5 }));
  expect(ended).toEqual({ name: "p", action: "fail", seconds: 0.5 });
  expect(results.results()).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: [{ name: "p", output: "p.go:1: undefined\n" }],
  });
});

test("a line that is not JSON is passed over", () => {
  const results = new GoTestResults();
  expect(results.add("go: downloading")).toBeUndefined();
  expect(results.results()).toEqual({ passed: 0, failed: 0, skipped: 0, failures: [] });
});
