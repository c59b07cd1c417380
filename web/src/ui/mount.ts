/**
 * What the tag loads when a shopper means to search: the views, put on a text
 * field or into an element of the page.
 */
import { readInstant } from "../core/instant.ts";
import { RecentSearches } from "../core/recent.ts";
import { Store, type StoreOptions } from "../core/store.ts";
import { Locale } from "../i18n/locale.ts";
import { mountResults } from "./inline.ts";
import type { InitOptions, Page, ResultsOptions, ViewOptions } from "./options.ts";
import { Widget } from "./widget.ts";

/** Results in a page. */
export interface InlineResults {
  search(query: string): void;
  destroy(): void;
}

/** How many suggestions the panel has room for beside the products. */
const mostSuggestions = 6;

/** Puts the panel on the shop's text field. */
export function mountPanel(input: HTMLInputElement, options: InitOptions, page: Page): Widget {
  const recent = options.recent === false ? undefined : recentSearches(options.bundle);
  const instant = async () => readInstant(await page.instant());
  return new Widget(input, {
    ...view(options, page, { suggestions: mostSuggestions, recent, instant }),
    describe: page.describe,
  });
}

/** Fills an element of the page with the results of a first query. */
export function mountInline(into: HTMLElement, options: ResultsOptions, page: Page): InlineResults {
  const { store, ...rest } = view(options, page, { scope: options.scope ?? {} });
  const destroy = mountResults(into, { store, ...rest });
  const search = (query: string) => store.send({ type: "typed", query, composing: false });
  search(options.query ?? "");
  return { search, destroy };
}

/** Every shop, that is every bundle, has recent searches of its own. */
function recentSearches(bundle: string): RecentSearches {
  return new RecentSearches(() => localStorage, `vitrine:recent:${new URL(bundle, document.baseURI).href}`);
}

function view(options: ViewOptions, page: Page, more: Partial<StoreOptions>) {
  const store = new Store(page.connect, { limit: options.limit ?? 24, ...more });
  const { theme = "auto", look = "plain", dataLayer = false } = options;
  const locale = new Locale(page.lang, { messages: page.messages, texts: options.texts });
  return { store, locale, theme, look, dataLayer };
}
