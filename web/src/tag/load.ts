import { loadMessages } from "../i18n/languages.ts";
import type { AddressOptions, DrawCard, Page, ViewOptions } from "../ui/options.ts";
import { connect } from "./connect.ts";
import { describe } from "./describe.ts";
import { fetchInstant } from "./instant.ts";

type Views = typeof import("../ui/mount.ts");

/** The views, and what they get from the tag. */
interface Loaded {
  readonly views: Views;
  readonly page: Page;
}

const said = new Set<string>();

type Options = ViewOptions & AddressOptions;

/** Tells the console, once, of what the page does without. */
function warn(message: string): void {
  if (!said.has(message)) console.warn(`vitrine: ${message}`);
  said.add(message);
}

/**
 * Loads the views and their language and opens the engine, all at once. The result is
 * undefined where the views cannot be had, of which the console is told once; calling
 * it again tries again. An engine that this browser will never run is told of, other
 * failures to whoever asks the engine something.
 */
export async function load(options: Options, unsupported?: (reason: string) => void): Promise<Loaded | undefined> {
  const loaded = loadViews(options);
  connect(options).catch(({ code, message }) => {
    if (code === "unsupported") unsupported?.(message);
  });
  try {
    return await loaded;
  } catch (error) {
    warn(`${(error as Error).message} (upload dist/ whole)`);
    return undefined;
  }
}

/** Loads the views and their language alone. */
export async function loadViews(options: Options): Promise<Loaded> {
  const lang = options.lang || document.documentElement.lang || "en";
  const messages = loadMessages(lang);
  const [views, card, history] = await Promise.all([
    import("../ui/mount.ts"),
    shopCard(options),
    searchHistory(options),
  ]);
  const instant = () => fetchInstant(options.bundle);
  return {
    views,
    page: { lang, messages: await messages, connect: () => connect(options), instant, card, history, describe },
  };
}

/** What draws the shop's own cards, where it has any. */
async function shopCard({ card }: ViewOptions): Promise<DrawCard | undefined> {
  const own = card ?? document.querySelector<HTMLTemplateElement>("template[data-vitrine-card]");
  if (own === null) return undefined;
  try {
    const { shopCards } = await import("../ui/shop-card.ts");
    return shopCards(own);
  } catch (error) {
    warn(`card: ${(error as Error).message}; the built-in card is shown`);
    return undefined;
  }
}

/** What keeps the search in the page's address, where it is to be there. */
async function searchHistory({ url }: AddressOptions): Promise<Page["history"]> {
  if (!url) return undefined;
  try {
    return await import("../ui/history.ts");
  } catch (error) {
    warn(`url: ${(error as Error).message}; the page's address says no search`);
    return undefined;
  }
}
