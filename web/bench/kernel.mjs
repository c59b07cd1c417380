// Compares the SIMD kernel with the scalar one, in Node and in Chromium, and
// times both. Usage: node web/bench/kernel.mjs
//
// Figures of one line come from one run, in turns: compare them with each other.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { chromium } from "playwright-core";
import { kernelWasm } from "../kernel_wasm.mjs";
import { chromiumFlags, chromiumProgram } from "../scripts/chromium.mjs";
import { wasmExec } from "../wasm_exec.mjs";
import { serveFolders } from "./static-server.mjs";

const root = resolve(import.meta.dirname, "../..");

/** @typedef {{status: number, output: string}} Outcome how the program ended, and what it wrote */

/** Makes a folder with the program and its host; call remove at the end. */
export async function compileCheck() {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-kernel-"));
  execFileSync("go", ["build", "-o", join(folder, "check.wasm"), "./wasm/kernel/check"], {
    cwd: root,
    env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
    stdio: "inherit",
  });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["web/bench/kernel-host.mjs"],
    bundle: true,
    format: "esm",
    target: "es2022",
    plugins: [wasmExec, kernelWasm],
    outfile: join(folder, "host.mjs"),
    logLevel: "error",
  });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Kernel</title>");
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @returns {Promise<Outcome>} */
export async function checkInNode(folder, args) {
  const { check } = await import(/* @vite-ignore */ pathToFileURL(join(folder, "host.mjs")).href);
  return check(readFileSync(join(folder, "check.wasm")), args);
}

/** @returns {Promise<Outcome>} */
export async function checkInChromium(folder, args) {
  const server = await serveFolders({ "/check/": folder });
  const browser = await chromium.launch({
    executablePath: chromiumProgram,
    args: chromiumFlags,
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}/check/index.html`);
    return await page.evaluate(`(async () => {
      const { check } = await import("/check/host.mjs");
      const program = await (await fetch("/check/check.wasm")).arrayBuffer();
      return check(program, ${JSON.stringify(args)});
    })()`);
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const { folder, remove } = await compileCheck();
  try {
    for (const [name, run] of Object.entries({ Node: checkInNode, Chromium: checkInChromium })) {
      const { status, output } = await run(folder, ["2000", "bench"]);
      console.log(`${name}\n${output}`);
      process.exitCode ||= status;
    }
  } finally {
    remove();
  }
}
