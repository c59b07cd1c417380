/** The file name that web/build.mjs gives, followed by a hash. */
declare const VITRINE_WASM: string;

/** A request for vitrine.wasm that is under way. */
export interface WasmRequest {
  readonly response: Promise<Response>;
  /** Ends the transfer. */
  abandon(): void;
}

/** The address of vitrine.wasm; by default it lies beside this script. */
export function wasmAddress(wasm: string | URL | undefined): string {
  return new URL(wasm ?? VITRINE_WASM, wasm === undefined ? import.meta.url : document.baseURI).href;
}

/** Asks for the engine's bytes, so many milliseconds from now. */
export function requestWasm(address: string, after = 0): WasmRequest {
  const transfer = new AbortController();
  const ask = () => fetch(address, { cache: "force-cache", signal: transfer.signal });
  const response = after === 0 ? ask() : new Promise((resolve) => setTimeout(resolve, after)).then(ask);
  // Whoever compiles it is told.
  response.catch(() => {});
  return { response, abandon: () => transfer.abort() };
}
