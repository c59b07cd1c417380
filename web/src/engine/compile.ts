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
  const streamed = await compileStreaming(url).catch(() => undefined);
  if (streamed) {
    return streamed;
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = (await fetchBytes(url, "default")) as Uint8Array<ArrayBuffer>;
  } catch (error) {
    throw new VitrineError("unsupported", `${url}: ${(error as Error).message} (upload dist/ whole)`, {
      cause: error,
    });
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new VitrineError(
      "unsupported",
      `${url}: ${(error as Error).message} (the page's Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src)`,
      { cause: error },
    );
  }
}

/** Compiles while the bytes arrive, which browsers do for the right MIME type only. */
async function compileStreaming(url: string): Promise<WebAssembly.Module | undefined> {
  const response = await fetch(url);
  const type = response.headers.get("Content-Type") ?? "";
  if (response.ok && type.startsWith("application/wasm") && "compileStreaming" in WebAssembly) {
    return WebAssembly.compileStreaming(response);
  }
  await response.body?.cancel();
  return undefined;
}
