import { compile } from "./compile.ts";
import { VitrineError } from "./errors.ts";
import { type Fetched, fetchBytes, fetchOnce, isUseless, Refused } from "./fetch.ts";
import { canInflate } from "./inflate.ts";
import { hasGzip, isSecondStage, lengths, MANIFEST_FILE, type Manifest } from "./manifest.ts";
import type { Source } from "./program.ts";
import type { EarlyManifest, ServedManifest } from "./protocol.ts";
import type { Storage } from "./storage.ts";

/** The manifest has it from a host that compresses the parts on their way. */
const NEGOTIATED = ["Vitrine-Parts", "negotiated"] as const;

/** Milliseconds until a page gives up the manifest, and leaves it to the engine. */
const EARLY = 15_000;

/** Fetches the manifest in the page, while the engine's worker starts; null where it cannot be had. */
export async function earlyManifest(bundle: string): Promise<EarlyManifest> {
  try {
    const response = await fetch(bundle + MANIFEST_FILE, { cache: "no-cache", signal: AbortSignal.timeout(EARLY) });
    return response.ok ? served(await response.text(), response.headers) : null;
  } catch {
    return null;
  }
}

function served(text: string, headers: Headers): ServedManifest {
  return { text, negotiated: headers.get(NEGOTIATED[0]) === NEGOTIATED[1] };
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
  #negotiated = false;

  #early: Promise<EarlyManifest> | undefined;

  /** Both addresses are absolute; bundle ends in a slash. The early manifest is used once. */
  constructor(
    readonly bundle: string,
    readonly wasm: string,
    early?: Promise<EarlyManifest>,
  ) {
    this.#early = early;
  }

  async manifest(fresh: boolean): Promise<string> {
    const early = fresh ? undefined : this.#early;
    this.#early = undefined;
    const { text, negotiated } = (await early) ?? (await this.#served(fresh));
    this.#negotiated = negotiated;
    return text;
  }

  async #served(fresh: boolean): Promise<ServedManifest> {
    const url = this.bundle + MANIFEST_FILE;
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
        return (await fetchBytes(`${this.bundle}${file}.gz`, cache, length)).bytes;
      } catch (error) {
        if (!isUseless(error)) {
          throw error;
        }
      }
    }
    return (await fetchBytes(this.bundle + file, cache, length)).bytes;
  }

  program(): Promise<WebAssembly.Module> {
    return compile(this.wasm);
  }
}
