/**
 * The search as elements of a page, which share one search and the page's address:
 *
 *     <vitrine-search bundle="/bundle/"></vitrine-search>
 *     <vitrine-facets></vitrine-facets>
 *     <vitrine-results></vitrine-results>
 *
 * The tag loads this where a page has such elements; an application imports it.
 */
import { VitrineSearch } from "./elements/field.ts";
import { VitrineChips, VitrineFacets, VitrineResults, VitrineSort, VitrineTotal } from "./elements/results.ts";

export type { Filters } from "./core/state.ts";
export { VitrineChips, VitrineFacets, VitrineResults, VitrineSearch, VitrineSort, VitrineTotal };

const elements = {
  "vitrine-search": VitrineSearch,
  "vitrine-results": VitrineResults,
  "vitrine-facets": VitrineFacets,
  "vitrine-chips": VitrineChips,
  "vitrine-sort": VitrineSort,
  "vitrine-total": VitrineTotal,
};

if ("customElements" in globalThis) {
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name) === undefined) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-search": VitrineSearch;
    "vitrine-results": VitrineResults;
    "vitrine-facets": VitrineFacets;
    "vitrine-chips": VitrineChips;
    "vitrine-sort": VitrineSort;
    "vitrine-total": VitrineTotal;
  }
}
