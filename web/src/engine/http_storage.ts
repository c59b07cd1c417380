import { compile } from "./compile.ts";
import { VitrineError } from "./errors.ts";
import { type Fetched, fetchBytes, fetchOnce, isUseless, Refused } from "./fetch.ts";
import { canInflate } from "./inflate.ts";
import { hasGzip, isSecondStage, lengths, MANIFEST_FILE, type Manifest } from "./manifest.ts";
import type { Source } from "./program.ts";
import type { EarlyManifest, EarlyModule, Places, ServedManifest } from "./protocol.ts";
import { served } from "./served.ts";
import type { Storage } from "./storage.ts";

/** What the page gets for the engine while that starts. */
export interface Early {
  manifest?: Promise<EarlyManifest> | undefined;
  module?: Promise<EarlyModule> | undefined;
}

/**
 * A bundle on a web server. The browser's HTTP cache is the only cache: parts
 * are named by their content, so that a cached copy is right however old it is
 * ("force-cache"), whatever the server says about it; only the manifest is
 * revalidated at each visit, and without a network its last copy is used.
 *
 * Most hosts send a part as it lies there, so its gzip form is what is asked for,
 * unless the host says that it negotiates a better one.
 */
export class HTTPStorage implements Storage {
  readonly #bundle: string;
  readonly #wasm: string;
  readonly #early: Early;
  #negotiated = false;

  /** Both addresses are absolute; bundle ends in a slash. */
  constructor({ bundle, wasm }: Places, early: Early = {}) {
    this.#bundle = bundle;
    this.#wasm = wasm;
    this.#early = { ...early };
  }

  async manifest(fresh: boolean): Promise<string> {
    const early = fresh ? undefined : this.#early.manifest;
    this.#early.manifest = undefined;
    const { text, negotiated } = (await early) ?? (await this.#served(fresh));
    this.#negotiated = negotiated;
    return text;
  }

  async #served(fresh: boolean): Promise<ServedManifest> {
    const url = this.#bundle + MANIFEST_FILE;
    try {
      const { bytes, headers } = await this.#manifest(url, fresh);
      return served(new TextDecoder().decode(bytes), headers);
    } catch (error) {
      throw new VitrineError(
        error instanceof Refused ? "not_a_bundle" : "bundle_missing",
        `${url}: ${(error as Error).message} (the bundle's address must be the folder that \`vitrine build --out\` wrote)`,
        { cause: error },
      );
    }
  }

  async #manifest(url: string, fresh: boolean): Promise<Fetched> {
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
    const cache = fresh ? "reload" : "force-cache";
    const gzipped = canInflate && !this.#negotiated && hasGzip(manifest);
    const underway = new Map<string, Promise<Uint8Array>>();
    const later = new Set(manifest.parts.filter(isSecondStage).map(({ file }) => file));
    const asked = new Set<string>();
    const load = (file: string): Promise<Uint8Array> => {
      let bytes = underway.get(file);
      if (!bytes) {
        // What is asked for again was damaged, perhaps in a cache.
        bytes = this.#part(file, gzipped, later.has(file) && asked.has(file) ? "reload" : cache, expected.get(file));
        underway.set(file, bytes);
        asked.add(file);
      }
      return bytes;
    };
    for (const { file } of manifest.parts) {
      if (!later.has(file)) {
        // A failure is reported to whoever asks for the part.
        load(file).catch(() => {});
      }
    }
    return async (file) => {
      try {
        return await load(file);
      } finally {
        underway.delete(file);
      }
    };
  }

  /** Fetches a part; one whose gzip form is not there or is damaged, as it is. */
  async #part(file: string, gzipped: boolean, cache: RequestCache, length?: number): Promise<Uint8Array> {
    if (gzipped) {
      try {
        return (await fetchBytes(`${this.#bundle}${file}.gz`, cache, length)).bytes;
      } catch (error) {
        if (!isUseless(error)) {
          throw error;
        }
      }
    }
    return (await fetchBytes(this.#bundle + file, cache, length)).bytes;
  }

  async program(): Promise<WebAssembly.Module> {
    return (await this.#early.module) ?? compile(this.#wasm);
  }
}
