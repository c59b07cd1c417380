import type { ConnectOptions, Page } from "../ui/options.ts";
import { connect } from "./connect.ts";
import { describe } from "./describe.ts";

export type Views = typeof import("../ui/mount.ts");

let warned = false;

/**
 * Loads the views and opens the engine, both at once. The views are undefined where they
 * cannot be had, of which the console is told once; calling it again tries again.
 */
export async function load(options: ConnectOptions): Promise<Views | undefined> {
  const views = import("../ui/mount.ts");
  // Whoever asks the engine something is told of a failure.
  connect(options).catch(() => {});
  try {
    return await views;
  } catch (error) {
    if (!warned) console.warn(`vitrine: ${(error as Error).message} (upload dist/ whole)`);
    warned = true;
    return undefined;
  }
}

/** What the views get from the tag. */
export function pageFor(options: ConnectOptions): Page {
  return { connect: () => connect(options), describe };
}
