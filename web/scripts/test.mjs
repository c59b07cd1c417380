// Runs every suite, or those named as arguments, one after the other, and ends
// in the line "N passed, N failed" with the true sums. A suite in which nothing
// passed is a failure: it means that the suite was lost, not that it is fine.

import { suites } from "./test-suites.mjs";

const wanted = process.argv.slice(2);
const all = suites();
const unknown = wanted.filter((name) => !all.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`test: no suite ${unknown.join(", ")}`);
  console.error(`  hint: the suites are ${all.map((suite) => suite.name).join(", ")}`);
  process.exit(2);
}

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const suite of all.filter((each) => wanted.length === 0 || wanted.includes(each.name))) {
  console.error(`==> test ${suite.name}`);
  const begin = performance.now();
  const results = await suite.run();
  if (results.passed + results.failed === 0) {
    results.failed++;
    results.failures.push({ name: suite.name, output: "the suite ran no test" });
  }
  for (const { name, output } of results.failures) {
    console.log(`--- FAIL: ${name}\n${output.trimEnd()}\n`);
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.error(`    ${suite.name}: ${closing(results)} in ${seconds} s`);
  for (const key of ["passed", "failed", "skipped"]) sum[key] += results[key];
}
console.log(closing(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;

function closing({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
