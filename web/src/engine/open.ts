import { BUNDLE_FAULTS, toVitrineError } from "./errors.ts";
import { parseManifest } from "./manifest.ts";
import { type Pause, Program } from "./program.ts";
import type { Storage } from "./storage.ts";

/** One engine, and the manifest it was opened from. */
export interface Opened {
  readonly program: Program;
  readonly manifest: string;
  /** Settles when the second stage is loaded or given up; it never fails. */
  completed: Promise<void>;
  /** The engine that takes its place, while it starts and afterwards. */
  successor?: Promise<Opened> | undefined;
}

/**
 * Opens the bundle; if a file is damaged or gone, once more past every cache: a
 * cached copy may be bad, or the shop may be publishing at this moment. Where it is
 * published in part only, the one of the last visit is opened, whose files are kept.
 */
export async function open(storage: Storage, pause: Pause | undefined): Promise<Opened> {
  try {
    return await openBundle(storage, pause, storage.manifest(false), false);
  } catch (thrown) {
    const error = toVitrineError(thrown);
    if (!BUNDLE_FAULTS.includes(error.code)) {
      throw error;
    }
  }
  try {
    return await openBundle(storage, pause, storage.manifest(true), true);
  } catch (error) {
    const last = await storage.lastManifest?.();
    if (last === undefined || !BUNDLE_FAULTS.includes(toVitrineError(error).code)) {
      throw error;
    }
    return openBundle(storage, pause, Promise.resolve(last), false);
  }
}

async function openBundle(
  storage: Storage,
  pause: Pause | undefined,
  manifestText: Promise<string>,
  fresh: boolean,
): Promise<Opened> {
  // The engine compiles while the bundle is on its way. Where the manifest is at hand
  // the parts go first: they are inflated while others compile.
  const arriving = manifestText.then((text) => {
    const manifest = parseManifest(text);
    return { text, manifest, source: storage.parts(manifest, fresh) };
  });
  await Promise.race([arriving, soon()]);
  const module = storage.program();
  module.catch(() => {});
  const { text, manifest, source } = await arriving;
  const program = await Program.open(await module, manifest, source, pause);
  return { program, manifest: text, completed: Promise.resolve() };
}

/** Loads the second stage; if a file is damaged, once more past every cache. */
export async function openReranker(program: Program): Promise<void> {
  try {
    await program.openReranker();
  } catch (thrown) {
    if (toVitrineError(thrown).code !== "bundle_corrupt") {
      throw thrown;
    }
    await program.openReranker();
  }
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
