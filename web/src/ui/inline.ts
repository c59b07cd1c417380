/** Results mounted in the shop's own page: a category, or the page a search ends on. */
import { render } from "lit";
import { fireAt, select } from "./events.ts";
import { adoptHitsStyles } from "./hits.styles.ts";
import { type HitsOptions, tiles } from "./hits.ts";
import type { Piece } from "./options.ts";
import { quickViews } from "./quick-views.ts";
import "./results.ts";
import { speak } from "./speak.ts";
import type { View } from "./view.ts";

/**
 * Fills the element with the store's results, but for the pieces that the page shows
 * elsewhere; returns how to take them away.
 */
export function mountResults(place: HTMLElement, options: View, elsewhere: ReadonlySet<Piece> = new Set()): () => void {
  const { store, locale, theme, look, card, dataLayer } = options;
  const view = place.ownerDocument.createElement("vitrine-results-view");
  Object.assign(view, { store, locale, elsewhere });
  speak(view, locale);
  view.setAttribute("theme", theme);
  view.setAttribute("look", look);
  const choose: HitsOptions["select"] = (event, hit, position) => select(view, store, event, hit, position);
  const peek = options.quickView ? quickViews(view, view, { ...options, select: choose }) : undefined;
  const draw = () =>
    render(
      tiles({
        results: store.state.results,
        locale,
        page: place.ownerDocument.baseURI,
        layout: view.layout,
        select: choose,
        card,
        peek,
      }),
      view,
    );
  place.replaceChildren(view);
  adoptHitsStyles(view);
  draw();
  view.addEventListener("vitrine-layout", draw);
  const unsubscribe = store.subscribe(draw);
  const quiet = fireAt(view, store, { dataLayer });
  return () => {
    quiet();
    unsubscribe();
    view.remove();
  };
}
