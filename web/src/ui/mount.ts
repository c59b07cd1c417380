/**
 * What the tag loads when a shopper means to search: the views, put on a text
 * field or into an element of the page.
 */
import { readInstant } from "../core/instant.ts";
import { panelPrefix } from "../core/url.ts";
import { mountResults } from "./inline.ts";
import type { InitOptions, InlineResults, Page, Piece, ResultsOptions } from "./options.ts";
import "./piece.ts";
import { recentSearches } from "./remembered.ts";
import { speak } from "./speak.ts";
import { type View, viewOf } from "./view.ts";
import { Widget } from "./widget.ts";

export { mountField } from "./field.ts";
export { mountResults } from "./inline.ts";
export * from "./lent.ts";
export { openShared } from "./shared.ts";

/** How many suggestions the panel has room for beside the products. */
const mostSuggestions = 6;

/** Puts the panel on the shop's text field. */
export function mountPanel(input: HTMLInputElement, options: InitOptions, page: Page): Widget {
  const recent = recentSearches(options);
  const instant = async () => readInstant(await page.instant());
  const { urlPrefix = panelPrefix } = options;
  return new Widget(input, {
    ...viewOf(options, page, { suggestions: mostSuggestions, recent, instant }),
    describe: page.describe,
    history: (store, focus) => page.history && new page.history.PanelHistory(store, urlPrefix, focus),
  });
}

/** Fills an element of the page with the results of a first query. */
export function mountInline(into: HTMLElement, options: ResultsOptions, page: Page): InlineResults {
  const { store, ...rest } = viewOf(options, page, { scope: options.scope ?? {} });
  const unmount = mountResults(into, { store, ...rest });
  const search = (query: string) => store.send({ type: "typed", query, composing: false });
  search(options.query ?? "");
  const destroy = () => {
    unmount();
    store.end();
  };
  return { search, destroy };
}

/** Fills an element of the page with one piece of what is around the results. */
export function mountPiece(place: HTMLElement, piece: Piece, { store, locale, theme, look }: View): () => void {
  const view = place.ownerDocument.createElement("vitrine-piece-view");
  Object.assign(view, { store, locale, piece });
  speak(view, locale);
  view.setAttribute("theme", theme);
  view.setAttribute("look", look);
  place.replaceChildren(view);
  return () => view.remove();
}
