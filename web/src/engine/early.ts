/**
 * What the page fetches while the engine's worker starts, and hands over to it. The
 * engine gets by without any of it: null says that it must see for itself.
 */
import { MANIFEST_FILE } from "./manifest.ts";
import type { EarlyManifest, EarlyModule } from "./protocol.ts";
import { served } from "./served.ts";

/** Milliseconds until the page gives a file up, and leaves it to the engine. */
const MANIFEST_LIMIT = 15_000;
const MODULE_LIMIT = 60_000;

/** Fetches the manifest. */
export async function earlyManifest(bundle: string): Promise<EarlyManifest> {
  try {
    const signal = AbortSignal.timeout(MANIFEST_LIMIT);
    const response = await fetch(bundle + MANIFEST_FILE, { cache: "no-cache", signal });
    return response.ok ? served(await response.text(), response.headers) : null;
  } catch {
    return null;
  }
}

const modules = new Map<string, Promise<EarlyModule>>();

/**
 * Compiles the engine while its bytes arrive, once for each address that works.
 *
 * It is the page that does: Chromium keeps compiled code from one visit to the next
 * for what pages compile, not for what workers do, and the worker has not started
 * yet. No task of the page gets long by it, since all the work is done beside its
 * thread; where that cannot be, the module is left to the worker.
 */
export function earlyModule(url: string): Promise<EarlyModule> {
  let module = modules.get(url);
  if (!module) {
    module = compileOnArrival(url).catch(() => null);
    modules.set(url, module);
    void module.then((compiled) => compiled ?? modules.delete(url));
  }
  return module;
}

async function compileOnArrival(url: string): Promise<EarlyModule> {
  const response = await fetch(url, { cache: "force-cache", signal: AbortSignal.timeout(MODULE_LIMIT) });
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok || !type.startsWith("application/wasm")) {
    return null;
  }
  return WebAssembly.compileStreaming(response);
}
