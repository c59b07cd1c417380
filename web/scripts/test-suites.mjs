// The suites of `./build.sh test`: what each runs and how its results are read.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { goLines, wasmTarget } from "./go-command.mjs";
import { GoTestResults } from "./go-test-results.mjs";
import { vitestResults } from "./vitest-results.mjs";

/** The folders of web/test that must be there; others join by themselves. */
const requiredWebSuites = [
  "bench",
  "core",
  "demo",
  "docs",
  "e2e",
  "edge",
  "engine",
  "hosts",
  "i18n",
  "kernel",
  "node",
  "package",
  "scripts",
];

/** Go skips folders of the name testdata, so that what is in them is named. */
const catalogueGenerator = "./testdata/catalogues/generate";

/** @returns {{name: string, run: () => Promise<import("./go-test-results.mjs").Results>}[]} */
export function suites() {
  const web = new Set([...requiredWebSuites, ...foldersOf("web/test")]);
  return [
    { name: "go", run: () => goTest(["./...", catalogueGenerator], {}) },
    { name: "go-wasm", run: () => goTest(["-exec", wasmRunner(), ...wasmPackages()], wasmTarget) },
    ...[...web].sort().map((name) => ({ name, run: () => vitest(name) })),
  ];
}

/** Our packages that the WebAssembly links: the others need not compile for it. */
function wasmPackages() {
  const ours = "{{if and .Module .Module.Main}}{{.ImportPath}}{{end}}";
  return goLines(["list", "-deps", "-f", ours, "./wasm/..."], wasmTarget);
}

// Go's wasm_exec.js refuses an environment of more than 12 kB, which a CI
// machine's may exceed: the tests get the few variables that they need.
function wasmRunner() {
  const keep = ["PATH", "HOME", "TMPDIR"].filter((name) => process.env[name] !== undefined);
  const variables = keep.map((name) => `'${name}=${process.env[name]}'`).join(" ");
  return `env -i ${variables} ${goLines(["env", "GOROOT"])}/lib/wasm/go_js_wasm_exec`;
}

async function goTest(args, env) {
  const results = new GoTestResults();
  let complaints = "";
  const child = spawn("go", ["test", "-json", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.on("data", (data) => {
    complaints += data;
  });
  const closed = new Promise((resolve) => child.on("close", resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const ended = results.add(line);
    if (ended && ended.action !== "skip") {
      console.error(`    ${ended.action === "pass" ? "ok  " : "FAIL"} ${ended.name} ${ended.seconds.toFixed(1)} s`);
    }
  }
  return withExitCode(results.results(), await closed, complaints);
}

async function vitest(name) {
  const folder = `web/test/${name}`;
  if (!existsSync(folder)) return failure(name, `${folder} does not exist`);
  mkdirSync(".cache", { recursive: true });
  const report = `.cache/vitest-${name}.json`;
  rmSync(report, { force: true });
  const own = `${folder}/vitest.config.ts`;
  const config = existsSync(own) ? own : "web/vitest.config.ts";
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${process.cwd()}/${report}`];
  const child = spawn("npx", ["--no-install", "vitest", "run", "--config", config, ...reporters, `test/${name}/`], {
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      output += data;
    });
  }
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (!existsSync(report)) return failure(name, output);
  const counts = vitestResults(JSON.parse(readFileSync(report, "utf8")));
  const failures = counts.failed > 0 ? [{ name, output }] : [];
  return withExitCode({ ...counts, failures }, code, output);
}

// A runner that fails though no test did (an unhandled rejection, a package
// pattern that matches nothing) is a failure all the same.
function withExitCode(results, code, output) {
  if (code === 0 || results.failed > 0) return results;
  results.failed++;
  results.failures.push({ name: `exit code ${code}`, output });
  return results;
}

function failure(name, output) {
  return { passed: 0, failed: 1, skipped: 0, failures: [{ name, output }] };
}

function foldersOf(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
