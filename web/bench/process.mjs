// Runs a program and measures it from outside.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const pollMilliseconds = 10;

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{stdout: string, seconds: number, peakBytes: number}>}
 *   peakBytes is the largest resident set that the kernel noted for the process
 */
export async function measured(program, args) {
  const begin = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  let stdout = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  let peakBytes = 0;
  const poll = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentPeak(child.pid));
  }, pollMilliseconds);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(poll));
  if (code !== 0) throw new Error(`${program} ${args.join(" ")}: exit code ${code}`);
  return { stdout, seconds: (performance.now() - begin) / 1000, peakBytes };
}

/** VmHWM only grows, so the last poll before the end has the peak, or nearly. */
function residentPeak(pid) {
  try {
    return 1024 * Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
}
