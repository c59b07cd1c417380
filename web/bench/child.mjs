// Runs one of the bench's programs in a Node process of its own, so that no
// system finds another's heap or compiled code in its way.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * @param {string} program beside this file
 * @param {string[]} args
 * @param {unknown} input reaches the program's standard input as JSON
 * @returns {Promise<any>} the JSON of its standard output
 */
export function ask(program, args, input) {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ["--expose-gc", file, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {}); // a program that ended early says so by its exit code
  child.stdin.end(JSON.stringify(input));
  let output = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`${program} ${args.join(" ")}: exit code ${code}`));
    });
  });
}
