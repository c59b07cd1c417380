import { VitrineError } from "./errors.ts";
import { fetchBytes } from "./fetch.ts";

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** Fetches and compiles a WebAssembly module, once for each address that works. */
export function compile(url: string): Promise<WebAssembly.Module> {
  let module = modules.get(url);
  if (!module) {
    module = compileAnew(url);
    modules.set(url, module);
    module.catch(() => modules.delete(url));
  }
  return module;
}

async function compileAnew(url: string): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== "object") {
    throw new VitrineError("unsupported", "this browser has no WebAssembly");
  }
  const module = await compileOnArrival(url).catch(() => undefined);
  return module ?? compileWhole(url);
}

/** Compiles while the bytes arrive, which browsers do for the right MIME type only. */
async function compileOnArrival(url: string): Promise<WebAssembly.Module | undefined> {
  const response = await fetch(url);
  if (!response.ok) {
    return undefined;
  }
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/wasm") && "compileStreaming" in WebAssembly) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Tries again, past a cache that may hold damaged bytes, and says why if it fails. */
async function compileWhole(url: string): Promise<WebAssembly.Module> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    ({ bytes } = await fetchBytes(url, "reload"));
  } catch (error) {
    throw unsupported(url, error, "upload dist/ whole");
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw unsupported(url, error, "the page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src");
  }
}

function unsupported(url: string, cause: unknown, hint: string): VitrineError {
  return new VitrineError("unsupported", `${url}: ${(cause as Error).message} (${hint})`, { cause });
}
