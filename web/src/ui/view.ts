/** What every view of a search is given: its store, and how it speaks and looks. */
import { Store, type StoreOptions } from "../core/store.ts";
import { Locale } from "../i18n/locale.ts";
import type { Look } from "./looks.ts";
import type { DrawCard, Page, Theme, ViewOptions } from "./options.ts";

export interface View {
  readonly store: Store;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly look: Look;
  /** Draws the shop's own cards, where it has any. */
  readonly card: DrawCard | undefined;
  /** Tells the page's dataLayer what is searched for and chosen. */
  readonly dataLayer: boolean;
  readonly quickView: boolean;
  /** Offers in quick views to say why the product was found. */
  readonly why: boolean;
}

/** Reads the options that all views have, each with its default. */
export function viewOf(options: ViewOptions, page: Page, more: Partial<StoreOptions>): View {
  const { limit = 24, paging, swatches } = options;
  const { theme = "auto", look = "plain", dataLayer = false, quickView = true, why = false } = options;
  const store = new Store(page.connect, { limit, paging, swatches, ...more });
  const locale = new Locale(page.lang, { messages: page.messages, texts: options.texts });
  return { store, locale, theme, look, card: page.card, dataLayer, quickView, why };
}
