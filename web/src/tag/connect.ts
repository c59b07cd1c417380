import type { EngineClient } from "../engine/client.ts";
import { requestWasm, wasmAddress } from "../engine/wasm_request.ts";
import type { ConnectOptions } from "../ui/options.ts";

/** Milliseconds for which the engine, a megabyte, lets the panel and the first answers go first. */
const headStart = 100;

/** The tag and the elements are scripts of their own; the engines are the page's. */
const shelf = Symbol.for("vitrine.engines");
const page = globalThis as { [shelf]?: Map<string, Promise<EngineClient>> };
page[shelf] ??= new Map();
const engines = page[shelf];

/** Opens the engine for the bundle, or returns the one that is open already. */
export function connect(options: ConnectOptions): Promise<EngineClient> {
  const bundle = new URL(options.bundle, document.baseURI).href;
  const key = JSON.stringify([bundle, options.wasm, options.worker, options.cards, options.endpoint]);
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = open({ ...options, bundle });
    engines.set(key, engine);
    // Opening can be tried again: a failure is not kept.
    engine.catch(() => engines.delete(key));
  }
  return engine;
}

/** Whether there is anything that could answer: an engine, or an endpoint in its place. */
export function canSearch({ endpoint }: ConnectOptions): boolean {
  return hasWebAssembly() || endpoint !== undefined;
}

/** An engine that cannot be had, for whatever reason, has the endpoint in its place. */
async function open(options: ConnectOptions): Promise<EngineClient> {
  const { endpoint } = options;
  if (endpoint === undefined) return openEngine(options);
  try {
    if (hasWebAssembly()) return await openEngine(options);
  } catch (error) {
    console.warn(`vitrine: ${(error as Error).message}; ${endpoint} answers instead`);
  }
  const { openEndpoint } = await import("../engine/endpoint.ts");
  return openEndpoint(new URL(endpoint, document.baseURI));
}

/** Asks for the engine while the code that opens it is on its way: on a phone that is a fifth of a second. */
async function openEngine(options: ConnectOptions): Promise<EngineClient> {
  const wasm = wasmAddress(options.wasm);
  const earlyWasm = requestWasm(wasm, headStart);
  const client = await import("../engine/client.ts");
  return client.openEngine({ ...options, wasm, earlyWasm });
}

function hasWebAssembly(): boolean {
  return typeof WebAssembly === "object";
}
