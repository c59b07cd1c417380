// Takes Go's JavaScript glue from the Go distribution at build time, so that it
// always fits the compiler and no copy of it lives in this repository.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The glue as a module that exports defineGo(globalThis, fs), which returns the
 * class Go. What it would put on the page's global object it puts on its argument.
 */
export function wasmExecModule() {
  const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
  const source = readFileSync(join(goroot, "lib/wasm/wasm_exec.js"), "utf8");
  return `export function defineGo(globalThis, fs) {\n${source}\nreturn globalThis.Go;\n}\n`;
}

/** An esbuild plugin that answers imports of "./wasm_exec.js" with the glue. */
export const wasmExec = {
  name: "wasm_exec",
  setup(build) {
    build.onResolve({ filter: /\/wasm_exec\.js$/ }, () => ({ path: "wasm_exec.js", namespace: "go" }));
    build.onLoad({ filter: /.*/, namespace: "go" }, () => ({ contents: wasmExecModule(), loader: "js" }));
  },
};
