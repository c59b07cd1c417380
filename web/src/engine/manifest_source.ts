import { VitrineError } from "./errors.ts";
import { type Fetched, fetchBytes, fetchOnce, Refused } from "./fetch.ts";
import type { Keep } from "./keep.ts";
import type { Limits } from "./limits.ts";
import { MANIFEST_FILE, parseManifest } from "./manifest.ts";
import type { EarlyManifest, ServedManifest } from "./protocol.ts";
import { headersOf, served } from "./served.ts";

/** What a manifest is asked for with, and who is told of what comes of it. */
export interface ManifestOptions {
  limits: Limits;
  /** The one that the page fetches; it is used once. */
  early: Promise<EarlyManifest> | undefined;
  /** A manifest came after another one was used in its place. */
  news: () => void;
}

/**
 * The manifest of a bundle: from the network, and from the last visit where that fails,
 * or takes long, or brings something else, such as the page of a hotel's network.
 */
export class ManifestSource {
  readonly #url: string;
  readonly #keep: Keep;
  readonly #options: ManifestOptions;
  #early: Promise<EarlyManifest> | undefined;

  constructor(bundle: string, keep: Keep, options: ManifestOptions) {
    this.#url = bundle + MANIFEST_FILE;
    this.#keep = keep;
    this.#options = options;
    this.#early = options.early;
  }

  /** Returns a manifest that can be parsed; fresh passes over every cache of the network. */
  async get(fresh: boolean): Promise<ServedManifest> {
    const asked = this.#asked(fresh);
    asked.catch(() => {});
    try {
      return await Promise.race([asked, this.#afterPatience(asked)]);
    } catch (error) {
      const kept = await this.last();
      if (kept) {
        return kept;
      }
      throw error;
    }
  }

  /** Returns the one that was kept last. */
  async last(): Promise<ServedManifest | undefined> {
    const kept = await this.#keep.read(this.#url);
    const manifest = kept && served(await kept.text(), kept.headers);
    return manifest && isManifest(manifest.text) ? manifest : undefined;
  }

  /** Keeps a manifest: an engine was opened from it. */
  async opened(manifest: ServedManifest): Promise<void> {
    await this.#keep.write(this.#url, new Response(manifest.text, { headers: headersOf(manifest) }));
  }

  /** Uses the last one when the network's is not there in time, and looks at that when it comes. */
  async #afterPatience(asked: Promise<ServedManifest>): Promise<ServedManifest> {
    await new Promise((resolve) => setTimeout(resolve, this.#options.limits.manifest));
    const kept = await this.last();
    if (!kept) {
      return asked;
    }
    asked.then(({ text }) => text === kept.text || this.#options.news()).catch(() => {});
    return kept;
  }

  async #asked(fresh: boolean): Promise<ServedManifest> {
    const early = fresh ? undefined : this.#early;
    this.#early = undefined;
    const first = (await early) ?? (await this.#fetched(fresh));
    if (isManifest(first.text)) {
      return first;
    }
    // Something stands between, or a cache has kept what stood there.
    const again = fresh ? first : await this.#fetched(true);
    parseManifest(again.text);
    return again;
  }

  async #fetched(fresh: boolean): Promise<ServedManifest> {
    try {
      const { bytes, headers } = await (fresh ? this.#bytes("reload") : this.#revalidated());
      return served(new TextDecoder().decode(bytes), headers);
    } catch (error) {
      throw new VitrineError(
        error instanceof Refused ? "not_a_bundle" : "bundle_missing",
        `${this.#url}: ${(error as Error).message} (the bundle's address must be the folder that \`vitrine build --out\` wrote)`,
        { cause: error },
      );
    }
  }

  /** Without an answer the browser's own last copy is good, but that of the last visit was opened. */
  async #revalidated(): Promise<Fetched> {
    try {
      return await fetchOnce(this.#url, { cache: "no-cache", stall: this.#options.limits.stall });
    } catch (error) {
      if (error instanceof Refused || (await this.last())) {
        throw error;
      }
      return this.#bytes("force-cache");
    }
  }

  #bytes(cache: RequestCache): Promise<Fetched> {
    return fetchBytes(this.#url, { cache, stall: this.#options.limits.stall });
  }
}

function isManifest(text: string): boolean {
  try {
    parseManifest(text);
    return true;
  } catch {
    return false;
  }
}
