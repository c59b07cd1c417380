/** The filters as the results show them, and as a page does in a place of its own. */
import { html, type TemplateResult } from "lit";
import type { Results } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import { effective } from "../core/understood.ts";
import type { Locale } from "../i18n/locale.ts";
import "./facets.ts";
import { facetsParts } from "./parts.ts";

/** The facets of the results. */
export function facetsView(store: Store, locale: Locale, results: Results): TemplateResult {
  return html`<vitrine-facets-view
    exportparts=${facetsParts.join()}
    .store=${store}
    .locale=${locale}
    .results=${results}
    .filters=${effective(store.state)}
  ></vitrine-facets-view>`;
}

/** The way back from the filters to the results, with their number. */
export function toResults({ total }: Results, locale: Locale, go: () => void): TemplateResult {
  return html`<div class="done">
    <button type="button" class="button main" part="button" @click=${go}>
      ${locale.text.showResults(total, locale.number(total))}
    </button>
  </div>`;
}
