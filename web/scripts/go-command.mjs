// Runs the go command for what it knows of the project.

import { execFileSync } from "node:child_process";

/** The target of the WebAssembly. */
export const wasmTarget = { GOOS: "js", GOARCH: "wasm" };

/**
 * @param {string[]} args
 * @param {Record<string, string>} target variables beside the environment's
 * @returns {string[]} the lines that it printed
 */
export function goLines(args, target = {}) {
  const options = { encoding: "utf8", env: { ...process.env, ...target }, maxBuffer: 1 << 26 };
  return execFileSync("go", args, options)
    .split("\n")
    .filter((line) => line !== "");
}
