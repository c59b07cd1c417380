import { AllCards } from "./all_cards.ts";
import { compile } from "./compile.ts";
import { contentOf, fetchBytes, isUseless } from "./fetch.ts";
import { canInflate } from "./inflate.ts";
import { isUnkept, Keep } from "./keep.ts";
import type { Limits } from "./limits.ts";
import { hasGzip, isSecondStage, lengths, MANIFEST_FILE, type Manifest, type PartInfo } from "./manifest.ts";
import { ManifestSource } from "./manifest_source.ts";
import type { Source } from "./program.ts";
import type { EarlyManifest, EarlyModule, Places, ServedManifest } from "./protocol.ts";
import type { Storage } from "./storage.ts";

/** Milliseconds for which a file that the network did not bring is not asked for again. */
const FAILED = 1000;

/** What the page gets for the engine while that starts. */
export interface Early {
  manifest?: Promise<EarlyManifest> | undefined;
  module?: Promise<EarlyModule> | undefined;
}

/**
 * A bundle on a web server. The browser's HTTP cache is the main cache: parts are
 * named by their content, so that a cached copy is right however old it is
 * ("force-cache"), whatever the server says about it; Keep has what that cache may
 * not hold. Only the manifest is revalidated at each visit.
 *
 * Most hosts send a part as it lies there, so its gzip form is what is asked for,
 * unless the host says that it negotiates a better one.
 */
export class HTTPStorage implements Storage {
  readonly #bundle: string;
  readonly #wasm: string;
  readonly #limits: Limits;
  readonly #loadsAllCards: boolean;
  /** Those of the bundle that was asked for last, and those of the one that was opened last. */
  #askedCards: AllCards | undefined;
  #allCards: AllCards | undefined;
  readonly #module: Promise<EarlyModule> | undefined;
  readonly #keep: Keep;
  readonly #manifests: ManifestSource;
  /** The manifests that were used, by their text: the host's word on the parts comes with them. */
  #served: ServedManifest | undefined;

  /** Both addresses are absolute; bundle ends in a slash. */
  constructor({ bundle, wasm, limits, allCards }: Places, early: Early, news: () => void) {
    this.#bundle = bundle;
    this.#wasm = wasm;
    this.#limits = limits;
    this.#loadsAllCards = allCards;
    this.#module = early.module;
    this.#keep = new Keep(bundle);
    this.#manifests = new ManifestSource(bundle, this.#keep, { limits, early: early.manifest, news });
  }

  async manifest(fresh: boolean): Promise<string> {
    this.#served = await this.#manifests.get(fresh);
    return this.#served.text;
  }

  async lastManifest(): Promise<string | undefined> {
    const last = await this.#manifests.last();
    this.#served = last ?? this.#served;
    return last?.text;
  }

  async opened(text: string): Promise<void> {
    if (this.#allCards !== this.#askedCards) {
      this.#allCards?.end();
      this.#allCards = this.#askedCards;
      this.#allCards?.begin();
    }
    if (this.#served?.text !== text) {
      return;
    }
    await this.#manifests.opened(this.#served);
    const { parts, cards } = JSON.parse(text) as Manifest;
    const files = filesOf([...parts, ...cards]).flatMap((file) => [file, `${file}.gz`]);
    const urls = [MANIFEST_FILE, ...files].map((file) => this.#bundle + file);
    await this.#keep.retain(new Set([...urls, this.#wasm]));
  }

  parts(manifest: Manifest, fresh: boolean): Source {
    const expected = lengths(manifest);
    const cache = fresh ? "reload" : "force-cache";
    const gzipped = canInflate && !this.#served?.negotiated && hasGzip(manifest);
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
    // A failure is reported to whoever asks for the part.
    const begin = (files: string[]) => files.forEach((file) => void load(file).catch(() => {}));
    begin(filesOf(manifest.parts).filter((file) => !later.has(file)));
    const chunk = (file: string) => this.#part(file, gzipped, cache, expected.get(file));
    const allCards = this.#loadsAllCards ? new AllCards(filesOf(manifest.cards), chunk) : undefined;
    this.#askedCards = allCards;
    return async (file) => {
      // The engine asks for the second stage's parts one after another.
      if (later.has(file)) {
        begin([...later].filter((other) => !asked.has(other)));
      }
      try {
        const bytes = await (allCards?.get(file) ?? load(file));
        underway.delete(file);
        return bytes;
      } catch (error) {
        if (isUseless(error)) {
          underway.delete(file);
        } else {
          // Without a network the hits of a page are asked for one by one right after.
          setTimeout(() => underway.delete(file), FAILED);
        }
        throw error;
      }
    };
  }

  /** Gets a part; one whose gzip form is not there or is damaged, as it is. */
  async #part(file: string, gzipped: boolean, cache: RequestCache, length?: number): Promise<Uint8Array> {
    if (gzipped) {
      try {
        return await this.#file(`${this.#bundle}${file}.gz`, cache, length);
      } catch (error) {
        if (!isUseless(error)) {
          throw error;
        }
      }
    }
    return this.#file(this.#bundle + file, cache, length);
  }

  async #file(url: string, cache: RequestCache, length?: number): Promise<Uint8Array> {
    const kept = cache === "reload" ? undefined : await this.#keep.read(url);
    if (kept) {
      try {
        return await contentOf(new Uint8Array(await kept.arrayBuffer()), length);
      } catch {
        // The copy is damaged, and replaced by the next.
      }
    }
    const { bytes, headers } = await fetchBytes(url, { cache, length, stall: this.#limits.stall });
    if (isUnkept(headers)) {
      void this.#keep.write(url, new Response(bytes));
    }
    return bytes;
  }

  async program(): Promise<WebAssembly.Module> {
    return (await this.#module) ?? compile(this.#wasm, { stall: this.#limits.stall, keep: this.#keep });
  }
}

function filesOf(parts: PartInfo[]): string[] {
  return parts.map(({ file }) => file);
}
