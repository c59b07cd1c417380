// Runs wasm/kernel/check as a host runs the engine. web/bench/kernel.mjs bundles
// this for Node and for a page.

import { Kernel } from "../src/engine/kernel.ts";
import { defineGo } from "../src/engine/wasm_exec.js";

/**
 * @param {BufferSource} program
 * @param {string[]} args
 * @returns {Promise<{status: number, output: string}>} how it ended, and what it wrote
 */
export async function check(program, args) {
  let output = "";
  const decoder = new TextDecoder();
  const fs = {
    constants: { O_WRONLY: -1, O_RDWR: -1, O_CREAT: -1, O_TRUNC: -1, O_APPEND: -1, O_EXCL: -1, O_DIRECTORY: -1 },
    writeSync: (_descriptor, bytes) => {
      output += decoder.decode(bytes);
      return bytes.length;
    },
    write: (_descriptor, bytes, offset, length, _position, done) => {
      output += decoder.decode(bytes.subarray(offset, offset + length));
      done(null, length);
    },
  };
  const { crypto, performance } = globalThis;
  const globals = { Array, Date, Error, Object, Uint8Array, TextDecoder, TextEncoder, crypto, performance, fs };
  const go = new (defineGo(globals, fs))();
  let status = 0;
  go.exit = (code) => {
    status = code;
  };
  go.argv = ["check", ...args];
  const kernel = new Kernel();
  const { instance } = await WebAssembly.instantiate(program, { ...go.importObject, kernel: kernel.imports });
  kernel.start(instance);
  await go.run(instance);
  // A timer that outlives the program would throw when it fires.
  for (const timer of go._scheduledTimeouts.values()) {
    clearTimeout(timer);
  }
  return { status, output };
}
