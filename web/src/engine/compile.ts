import { VitrineError } from "./errors.ts";
import { type Fetched, fetchBytes } from "./fetch.ts";
import { isUnkept, type Keep } from "./keep.ts";

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** What a module is fetched with. */
export interface CompileOptions {
  stall: number;
  keep: Keep;
}

/**
 * Fetches and compiles a WebAssembly module, once for each address that works: where
 * the page could not, which compiles it while it arrives.
 */
export function compile(url: string, options: CompileOptions): Promise<WebAssembly.Module> {
  let module = modules.get(url);
  if (!module) {
    module = compileAnew(url, options);
    modules.set(url, module);
    module.catch(() => modules.delete(url));
  }
  return module;
}

async function compileAnew(url: string, { stall, keep }: CompileOptions): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== "object") {
    throw new VitrineError("unsupported", "this browser has no WebAssembly");
  }
  const kept = await keep.read(url);
  const cached = kept ? await kept.arrayBuffer() : (await fetchWasm(url, "force-cache", stall)).bytes;
  // A cache may hold damaged bytes.
  const module = await WebAssembly.compile(cached).catch(() => undefined);
  if (module) {
    return module;
  }
  const { bytes, headers } = await fetchWasm(url, "reload", stall);
  if (!WebAssembly.validate(bytes)) {
    throw unavailable(url, "the server sent something else or a part of it");
  }
  keepModule(keep, url, new Response(bytes, { headers }));
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    const hint = "the page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
    throw new VitrineError("unsupported", `${url}: ${(error as Error).message} (${hint})`);
  }
}

/** Keeps the module of a host that forbids the browser's cache to. */
function keepModule(keep: Keep, url: string, response: Response): void {
  if (isUnkept(response.headers)) {
    void keep.write(url, response);
  }
}

async function fetchWasm(url: string, cache: RequestCache, stall: number): Promise<Fetched> {
  try {
    return await fetchBytes(url, { cache, stall });
  } catch (error) {
    throw unavailable(url, (error as Error).message);
  }
}

function unavailable(url: string, reason: string): VitrineError {
  return new VitrineError("unavailable", `${url}: ${reason} (upload dist/ whole)`);
}
