import type { EarlyWasm } from "../engine/early.ts";

/** The file name that web/build.mjs gives, followed by a hash. */
declare const VITRINE_WASM: string;

/** Milliseconds for which the engine, a megabyte, lets the panel and the first answers go first. */
const headStart = 100;

/** The address of vitrine.wasm; by default it lies beside this script. */
export function wasmAddress(wasm: string | undefined): string {
  return new URL(wasm ?? VITRINE_WASM, wasm === undefined ? import.meta.url : document.baseURI).href;
}

/** Asks for the engine while the code that opens it is on its way: on a phone that is a fifth of a second. */
export function askForWasm(address: string): EarlyWasm {
  const transfer = new AbortController();
  const response = new Promise((resolve) => setTimeout(resolve, headStart)).then(() =>
    fetch(address, { cache: "force-cache", signal: transfer.signal }),
  );
  // Whoever compiles it is told.
  response.catch(() => {});
  return { response, abandon: () => transfer.abort() };
}
