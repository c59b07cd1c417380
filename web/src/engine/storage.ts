import type { Manifest } from "./manifest.ts";
import type { Source } from "./program.ts";

/** Where a bundle's files and the engine's WebAssembly come from. */
export interface Storage {
  /** The text of manifest.json as it is now; fresh passes over every cache. */
  manifest(fresh: boolean): Promise<string>;
  /** The text of the one that was last opened here, where that is kept. */
  lastManifest?(): Promise<string | undefined>;
  /** Is told that an engine was opened from a manifest. */
  opened?(manifest: string): Promise<void>;
  /**
   * Begins to load the parts that searching needs, and returns the source of all. A
   * part of the second stage that is asked for again is fetched past every cache.
   */
  parts(manifest: Manifest, fresh: boolean): Source;
  /** The compiled engine. */
  program(): Promise<WebAssembly.Module>;
}
