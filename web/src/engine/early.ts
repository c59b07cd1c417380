/**
 * What the page fetches while the engine's worker starts, and hands over to it. The
 * engine gets by without any of it: null says that it must see for itself.
 */
import { isUnkept, type Keep } from "./keep.ts";
import { MANIFEST_FILE } from "./manifest.ts";
import type { EarlyManifest, EarlyModule } from "./protocol.ts";
import { served } from "./served.ts";
import { requestWasm, type WasmRequest } from "./wasm_request.ts";

/** How many times as long as a stall the engine may take to arrive: a minute, on the slowest network. */
const ARRIVAL = 8;

/** Fetches the manifest, unless that takes longer than the limit. */
export async function earlyManifest(bundle: string, limit: number): Promise<EarlyManifest> {
  try {
    const signal = AbortSignal.timeout(limit);
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
export function earlyModule(url: string, keep: Keep, stall: number, asked?: WasmRequest): Promise<EarlyModule> {
  let module = modules.get(url);
  if (module) {
    asked?.abandon();
  } else {
    module = compileOnArrival(url, keep, stall, asked ?? requestWasm(url)).catch(() => null);
    modules.set(url, module);
    void module.then((compiled) => compiled ?? modules.delete(url));
  }
  return module;
}

async function compileOnArrival(url: string, keep: Keep, stall: number, asked: WasmRequest): Promise<EarlyModule> {
  const { response: arriving, abandon } = asked;
  let timer = setTimeout(abandon, stall);
  try {
    const kept = keep.read(url).then((copy) => copy ?? arriving);
    const response = await Promise.any([arriving, kept]);
    clearTimeout(timer);
    // Compiled code is kept for the very response, so that a stall cannot be seen on its way.
    timer = setTimeout(abandon, ARRIVAL * stall);
    const type = response.headers.get("Content-Type") ?? "";
    if (!response.ok || !type.startsWith("application/wasm")) {
      return null;
    }
    const copy = isUnkept(response.headers) ? response.clone() : undefined;
    const module = await WebAssembly.compileStreaming(response);
    if (copy) {
      await keep.write(url, copy);
    }
    return module;
  } finally {
    clearTimeout(timer);
    // The network's answer is not waited for where a copy was kept.
    abandon();
  }
}
