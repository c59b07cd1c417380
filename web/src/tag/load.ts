import { loadMessages } from "../i18n/languages.ts";
import type { Page, ViewOptions } from "../ui/options.ts";
import { connect } from "./connect.ts";
import { describe } from "./describe.ts";
import { fetchInstant } from "./instant.ts";

type Views = typeof import("../ui/mount.ts");

/** The views, and what they get from the tag. */
interface Loaded {
  readonly views: Views;
  readonly page: Page;
}

let warned = false;

/**
 * Loads the views and their language and opens the engine, all at once. The result is
 * undefined where the views cannot be had, of which the console is told once; calling
 * it again tries again.
 */
export async function load(options: ViewOptions): Promise<Loaded | undefined> {
  const loaded = loadViews(options);
  // Whoever asks the engine something is told of a failure.
  connect(options).catch(() => {});
  try {
    return await loaded;
  } catch (error) {
    if (!warned) console.warn(`vitrine: ${(error as Error).message} (upload dist/ whole)`);
    warned = true;
    return undefined;
  }
}

/** Loads the views and their language alone. */
export async function loadViews(options: ViewOptions): Promise<Loaded> {
  const lang = options.lang || document.documentElement.lang || "en";
  const messages = loadMessages(lang);
  const views = await import("../ui/mount.ts");
  const instant = () => fetchInstant(options.bundle);
  return {
    views,
    page: { lang, messages: await messages, connect: () => connect(options), instant, describe },
  };
}
