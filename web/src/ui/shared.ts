/** One search that several elements of a page show, with the page's address. */
import type { Page, SharedOptions } from "./options.ts";
import { recentSearches } from "./remembered.ts";
import { type View, viewOf } from "./view.ts";

export interface Shared extends View {
  /** Asks the first question. */
  start(query: string): void;
  search(query: string): void;
  /** The query is meant as it stands. */
  commit(): void;
  destroy(): void;
}

/** Opens a search that several elements of the page show. */
export function openShared(options: SharedOptions, page: Page): Shared {
  const { scope = {}, urlPrefix = "" } = options;
  const view = viewOf(options, page, { scope, recent: recentSearches(options) });
  const { store } = view;
  const history = page.history && new page.history.SearchHistory(store, urlPrefix);
  const search = (query: string) => store.send({ type: "typed", query, composing: false });
  return {
    ...view,
    search,
    start: (query) => (history ? void history.start(query) : search(query)),
    commit() {
      store.remember();
      history?.commit();
    },
    destroy() {
      history?.destroy();
      store.end();
    },
  };
}
