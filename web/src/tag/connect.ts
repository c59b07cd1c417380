import type { EngineClient } from "../engine/client.ts";
import type { ConnectOptions } from "../ui/options.ts";

/** The tag and the elements are scripts of their own; the engines are the page's. */
const shelf = Symbol.for("vitrine.engines");
const page = globalThis as { [shelf]?: Map<string, Promise<EngineClient>> };
page[shelf] ??= new Map();
const engines = page[shelf];

/** Opens the engine for the bundle, or returns the one that is open already. */
export function connect(options: ConnectOptions): Promise<EngineClient> {
  const bundle = new URL(options.bundle, document.baseURI).href;
  const key = JSON.stringify([bundle, options.wasm, options.worker, options.cards]);
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = import("../engine/client.ts").then(({ openEngine }) => openEngine({ ...options, bundle }));
    engines.set(key, engine);
    // Opening can be tried again: a failure is not kept.
    engine.catch(() => engines.delete(key));
  }
  return engine;
}
