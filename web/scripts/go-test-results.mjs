// Counts what `go test -json` reports.
//
// A test with subtests is not counted beside them, so that the sum is that of
// the cases which really ran; a test that fails although its subtests pass, and
// a package that fails without a test (it does not compile, or a goroutine
// panics), count as one failure.

/**
 * @typedef {{passed: number, failed: number, skipped: number, failures: Failure[]}} Results
 * @typedef {{name: string, output: string}} Failure
 */

export class GoTestResults {
  /** Tests by package: name -> {action, output}. */
  #packages = new Map();

  /**
   * Takes one line of the stream. A line that is not JSON is what the go command
   * itself says; it belongs to no test.
   * @param {string} line
   * @returns {{name: string, action: string, seconds: number} | undefined} a package that has just ended
   */
  add(line) {
    let event;
    try {
      event = JSON.parse(line);
    } catch {
      return undefined;
    }
    const name = event.Package ?? event.ImportPath?.replace(/ \[.*/, "");
    if (name === undefined) return undefined;
    const pkg = this.#package(name);
    if (event.Test === undefined) return this.#packageEvent(name, pkg, event);
    if (!pkg.tests.has(event.Test)) pkg.tests.set(event.Test, { action: "run", output: "" });
    const test = pkg.tests.get(event.Test);
    if (event.Action === "output") test.output += event.Output;
    else if (["pass", "fail", "skip"].includes(event.Action)) test.action = event.Action;
    return undefined;
  }

  /** @returns {Results} */
  results() {
    const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
    for (const [name, pkg] of this.#packages) this.#count(name, pkg, sum);
    return sum;
  }

  #package(name) {
    if (!this.#packages.has(name)) this.#packages.set(name, { tests: new Map(), failed: false, output: "" });
    return this.#packages.get(name);
  }

  #packageEvent(name, pkg, event) {
    if (event.Output !== undefined) pkg.output += event.Output;
    if (event.Action === "fail" || event.Action === "build-fail") pkg.failed = true;
    const ended = event.Package !== undefined && ["pass", "fail", "skip"].includes(event.Action);
    return ended ? { name, action: event.Action, seconds: event.Elapsed ?? 0 } : undefined;
  }

  #count(name, pkg, sum) {
    const failedBefore = sum.failed;
    const parents = new Set([...pkg.tests.keys()].flatMap(ancestors));
    const failed = (test) => test.action === "fail" || test.action === "run";
    const failedBelow = (testName) =>
      [...pkg.tests].some(([other, test]) => other.startsWith(`${testName}/`) && failed(test));
    for (const [testName, test] of pkg.tests) {
      const parent = parents.has(testName);
      if (failed(test) && !failedBelow(testName)) {
        sum.failed++;
        sum.failures.push({ name: `${name} ${testName}`, output: test.output });
      } else if (parent || failed(test)) {
      } else if (test.action === "pass") {
        sum.passed++;
      } else {
        sum.skipped++;
      }
    }
    if (pkg.failed && sum.failed === failedBefore) {
      sum.failed++;
      sum.failures.push({ name, output: pkg.output });
    }
  }
}

/** The tests above "A/b/c": "A" and "A/b". */
function ancestors(name) {
  const parts = name.split("/");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
}
