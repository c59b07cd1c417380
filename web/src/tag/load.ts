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
  const lang = options.lang || document.documentElement.lang || "en";
  const messages = loadMessages(lang);
  const views = import("../ui/mount.ts");
  // Whoever asks the engine something is told of a failure.
  connect(options).catch(() => {});
  try {
    const instant = () => fetchInstant(options.bundle);
    return {
      views: await views,
      page: { lang, messages: await messages, connect: () => connect(options), instant, describe },
    };
  } catch (error) {
    if (!warned) console.warn(`vitrine: ${(error as Error).message} (upload dist/ whole)`);
    warned = true;
    return undefined;
  }
}
