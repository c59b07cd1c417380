/**
 * The engine in Node, in process: the same WebAssembly and the same calls as in
 * the browser, on a bundle's folder. It takes no worker thread, since a search
 * takes about a millisecond; a server that wants more of them opens it in
 * threads of its own.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Health, SearchRequest, SearchResponse, SuggestRequest, SuggestResponse } from "./core/wire.ts";
import { VitrineError } from "./engine/errors.ts";
import { Host } from "./engine/host.ts";
import { lengths, MANIFEST_FILE, type Manifest } from "./engine/manifest.ts";
import type { Source } from "./engine/program.ts";
import type { Storage } from "./engine/storage.ts";

export type * from "./core/wire.ts";
export { type ErrorCode, VitrineError } from "./engine/errors.ts";

export interface AnswerOptions {
  /** Gives the call up; it fails with "aborted". */
  signal?: AbortSignal;
}

/** An engine with one bundle open. Every call fails with a VitrineError. */
export interface Engine {
  search(request: SearchRequest, options?: AnswerOptions): Promise<SearchResponse>;
  /** A string is short for {query}. */
  suggest(request: SuggestRequest | string, options?: AnswerOptions): Promise<SuggestResponse>;
  health(): Promise<Health>;
  /** Ends the engine and frees its memory; calls in flight and later ones fail with "closed". */
  close(): void;
}

/**
 * Opens the bundle in a folder, with both stages of its ranking: a process that
 * stays answers alike from its first answer on. If the second stage cannot be
 * loaded, the process is warned and the first ranks alone. It may be called several
 * times; each engine has its own memory. An open engine does not keep the process
 * alive.
 */
export async function open(bundleDir: string | URL): Promise<Engine> {
  const folder = bundleDir instanceof URL ? fileURLToPath(bundleDir) : bundleDir;
  const host = await Host.open(new Folder(folder), {
    warn: ({ message, code }) => process.emitWarning(message, { type: "VitrineWarning", code }),
  });
  await host.completed();
  return {
    search: async (request, options) => JSON.parse(await host.search(request, options?.signal)),
    suggest: async (request, options) =>
      JSON.parse(await host.suggest(typeof request === "string" ? { query: request } : request, options?.signal)),
    health: async () => JSON.parse(await host.health()),
    close: () => host.close(),
  };
}

/** A bundle in a folder, and the WebAssembly that lies beside this script. */
class Folder implements Storage {
  static #program: Promise<WebAssembly.Module> | undefined;

  constructor(readonly path: string) {}

  async manifest(): Promise<string> {
    const path = join(this.path, MANIFEST_FILE);
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      throw new VitrineError(
        "not_a_bundle",
        `${path}: ${(error as Error).message} (point to the folder that \`vitrine build --out\` wrote)`,
        { cause: error },
      );
    }
  }

  parts(manifest: Manifest): Source {
    const expected = lengths(manifest);
    return async (file) => {
      const bytes = await readFile(join(this.path, file));
      if (bytes.length !== expected.get(file)) {
        throw new VitrineError(
          "bundle_corrupt",
          `the file has ${bytes.length} bytes, the manifest says ${expected.get(file)}`,
        );
      }
      return bytes;
    };
  }

  program(): Promise<WebAssembly.Module> {
    Folder.#program ??= compile().catch((error) => {
      Folder.#program = undefined;
      throw error;
    });
    return Folder.#program;
  }
}

async function compile(): Promise<WebAssembly.Module> {
  const file = new URL("vitrine.wasm", import.meta.url);
  try {
    return await WebAssembly.compile(await readFile(file));
  } catch (error) {
    throw new VitrineError("unavailable", `${file.href}: ${(error as Error).message} (copy dist/ whole)`, {
      cause: error,
    });
  }
}
