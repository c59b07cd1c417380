// The engine as WebAssembly under Node, through dist/node.mjs, in a process of
// its own: neither the bench's heap nor an earlier set is in its way.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("node-process.mjs", import.meta.url));

/** @type {import("./hosts.mjs").hosts[string]["measure"]} */
export function measure(set, queries) {
  const child = spawn(process.execPath, [program, set.bundle], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(queries));
  let output = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`node: exit code ${code}`));
    });
  });
}
