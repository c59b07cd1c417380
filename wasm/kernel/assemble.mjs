// Assembles kernel.wat at build time.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";

const source = join(import.meta.dirname, "kernel.wat");

/** @returns {Promise<Uint8Array<ArrayBuffer>>} the WebAssembly; the same bytes for the same source */
export async function assembleKernel() {
  const { parseWat } = await wabt();
  const module = parseWat(source, readFileSync(source, "utf8"));
  try {
    module.validate();
    return Uint8Array.from(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}
