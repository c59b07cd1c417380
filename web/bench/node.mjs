// The engine as WebAssembly under Node, through dist/node.mjs, in a process of
// its own.

import { ask } from "./child.mjs";

/** @type {import("./hosts.mjs").hosts[string]["measure"]} */
export function measure(set, workload) {
  return ask("node-process.mjs", [set.bundle], workload);
}
