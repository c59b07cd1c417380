import { compile } from "./compile.ts";
import { VitrineError } from "./errors.ts";
import { fetchBytes, fetchOnce, Refused } from "./fetch.ts";
import type { Storage } from "./host.ts";
import { lengths, MANIFEST_FILE, type Manifest } from "./manifest.ts";
import type { Source } from "./program.ts";

/**
 * A bundle on a web server. The browser's HTTP cache is the only cache: parts
 * are named by their content, so that a cached copy is right however old it is
 * ("force-cache"), whatever the server says about it; only the manifest is
 * revalidated at each visit, and without a network its last copy is used.
 */
export class HTTPStorage implements Storage {
  /** Both are absolute; bundle ends in a slash. */
  constructor(
    readonly bundle: string,
    readonly wasm: string,
  ) {}

  async manifest(fresh: boolean): Promise<string> {
    const url = this.bundle + MANIFEST_FILE;
    try {
      return new TextDecoder().decode(await this.#manifest(url, fresh));
    } catch (error) {
      throw new VitrineError(
        error instanceof Refused ? "not_a_bundle" : "bundle_missing",
        `${url}: ${(error as Error).message} (the bundle's address must be the folder that \`vitrine build --out\` wrote)`,
        { cause: error },
      );
    }
  }

  async #manifest(url: string, fresh: boolean): Promise<Uint8Array> {
    if (fresh) {
      return fetchBytes(url, "reload");
    }
    try {
      return await fetchOnce(url, "no-cache");
    } catch (error) {
      if (error instanceof Refused) {
        throw error;
      }
      return fetchBytes(url, "force-cache");
    }
  }

  parts(manifest: Manifest, fresh: boolean): Source {
    const expected = lengths(manifest);
    const underway = new Map<string, Promise<Uint8Array>>();
    const load = (file: string): Promise<Uint8Array> => {
      let bytes = underway.get(file);
      if (!bytes) {
        bytes = fetchBytes(this.bundle + file, fresh ? "reload" : "force-cache", expected.get(file));
        underway.set(file, bytes);
      }
      return bytes;
    };
    for (const { file } of manifest.parts) {
      // A failure is reported to whoever asks for the part.
      load(file).catch(() => {});
    }
    return async (file) => {
      try {
        return await load(file);
      } finally {
        underway.delete(file);
      }
    };
  }

  program(): Promise<WebAssembly.Module> {
    return compile(this.wasm);
  }
}
