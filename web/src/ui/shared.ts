/** One search that several elements of a page show, with the page's address. */
import { Store } from "../core/store.ts";
import { Locale } from "../i18n/locale.ts";
import { SearchHistory } from "./history.ts";
import type { Look } from "./looks.ts";
import type { Page, SharedOptions, Theme } from "./options.ts";
import { recentSearches } from "./remembered.ts";

export class Shared {
  readonly store: Store;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly look: Look;
  readonly dataLayer: boolean;
  readonly quickView: boolean;
  readonly why: boolean;
  readonly #history: SearchHistory | undefined;

  constructor(options: SharedOptions, page: Page) {
    const { limit = 24, scope = {}, paging, swatches, urlPrefix } = options;
    const recent = options.recent === false ? undefined : recentSearches(options.bundle);
    this.store = new Store(page.connect, { limit, scope, paging, swatches, recent });
    this.locale = new Locale(page.lang, { messages: page.messages, texts: options.texts });
    this.theme = options.theme ?? "auto";
    this.look = options.look ?? "plain";
    this.dataLayer = options.dataLayer ?? false;
    this.quickView = options.quickView ?? true;
    this.why = options.why ?? false;
    this.#history = urlPrefix === undefined ? undefined : new SearchHistory(this.store, urlPrefix);
  }

  /** Asks the first question. */
  start(query: string): void {
    if (this.#history) void this.#history.start(query);
    else this.search(query);
  }

  search(query: string): void {
    this.store.send({ type: "typed", query, composing: false });
  }

  /** The query is meant as it stands. */
  commit(): void {
    this.store.remember();
    this.#history?.commit();
  }

  destroy(): void {
    this.#history?.destroy();
    this.store.end();
  }
}
