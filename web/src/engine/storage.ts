import type { Manifest } from "./manifest.ts";
import type { Source } from "./program.ts";

/** Where a bundle's files and the engine's WebAssembly come from. */
export interface Storage {
  /** The text of manifest.json as it is now; fresh passes over every cache. */
  manifest(fresh: boolean): Promise<string>;
  /**
   * Begins to load the parts that searching needs, and returns the source of all. A
   * part of the second stage that is asked for again is fetched past every cache.
   */
  parts(manifest: Manifest, fresh: boolean): Source;
  /** The compiled engine. */
  program(): Promise<WebAssembly.Module>;
}
