/** What stands in the place of the hits: waiting, nothing found, failed. Each has a way on. */
import { html, nothing, type TemplateResult } from "lit";
import { leaf } from "../core/category.ts";
import type { State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Locale } from "../i18n/locale.ts";
import { chipLabel } from "./chips.ts";
import { cloud, lens } from "./icons.ts";

interface Scene {
  readonly locale: Locale;
  readonly state: State;
  readonly store: Store;
}

/**
 * The outline of results to come; it appears only if the wait is long enough to be
 * noticed. Where the engine itself is awaited it says so in the locale's words.
 */
export function skeleton(rows: boolean, locale?: Locale): TemplateResult {
  return html`<div part="skeleton" class="skeleton ${rows ? "rows" : "grid"}">
    ${locale ? html`<p class="quiet">${locale.text.loadingEngine}</p>` : nothing}
    ${Array.from({ length: rows ? 5 : 8 }, () => html`<div class="ghost"><i></i><b></b><b></b></div>`)}
  </div>`;
}

/** The outline of what can be filtered on, which only the engine knows. */
export function facetSkeleton(): TemplateResult {
  return html`<div class="skeleton">
    ${Array.from({ length: 4 }, () => html`<div class="ghost"><b></b><b></b><b></b></div>`)}
  </div>`;
}

export function nothingFound({
  locale,
  state,
  store,
  searchShop,
}: Scene & { searchShop: (() => void) | undefined }): TemplateResult {
  const { text } = locale;
  const filtered = Object.keys(state.filters).length > 0 && state.ways.unfiltered;
  return html`<div class="message" part="message">
    <span class="sign">${lens}</span>
    <h2 part="message-title">${text.noResults(state.query)}</h2>
    <p>${filtered ? text.noResultsFiltered : text.noResultsHint}</p>
    ${withoutFilters({ locale, state, store })}
    <div class="ways">
      ${
        filtered
          ? html`<button type="button" class="button main" part="button" @click=${() => store.send({ type: "cleared" })}>
              ${text.clearFilters}
            </button>`
          : nothing
      }
      ${
        state.query === ""
          ? nothing
          : html`<button
              type="button"
              part="button"
              class="button ${filtered ? "" : "main"}"
              @click=${() => store.send({ type: "typed", query: "", composing: false })}
            >
              ${text.showEverything}
            </button>`
      }
      ${searchShop === undefined ? nothing : shopButton(locale, searchShop)}
    </div>
    ${categories({ locale, state, store })}
    <slot name="nothing"></slot>
  </div>`;
}

function shopButton(locale: Locale, searchShop: () => void): TemplateResult {
  return html`<button type="button" class="button" part="button" @click=${searchShop}>${locale.text.searchShop}</button>`;
}

/** The filters that alone stand in the way, with what the search finds without each. */
function withoutFilters({ locale, state, store }: Scene): TemplateResult | typeof nothing {
  if (state.ways.without.length === 0) return nothing;
  return html`<ul class="ways">
    ${state.ways.without.map(
      ({ chip, count }) => html`<li>
        <button type="button" class="button" part="button" @click=${() => store.send({ type: "dropped", chip })}>
          ${locale.text.withoutFilter(chipLabel(state.results, locale, chip))}
          <span class="count">${locale.number(count)}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

function categories({ locale, state, store }: Scene): TemplateResult | typeof nothing {
  if (state.ways.categories.length === 0) return nothing;
  const choose = (value: string, label: string) => {
    store.send({ type: "cleared" });
    store.send({ type: "chose", text: "", scope: { field: "category", value, label } });
  };
  return html`<h3>${locale.text.categories}</h3>
    <ul class="ways">
      ${state.ways.categories.map(
        ({ value, count }) => html`<li>
          <button type="button" class="button" part="button" @click=${() => choose(value, leaf(value))}>
            ${leaf(value)} <span class="count">${locale.number(count)}</span>
          </button>
        </li>`,
      )}
    </ul>`;
}

export function failure({
  locale,
  state,
  store,
  searchShop,
}: Scene & { searchShop: (() => void) | undefined }): TemplateResult {
  const { text } = locale;
  return html`<div class="message" part="message">
    <span class="sign">${cloud}</span>
    <h2 part="message-title">${text.failed}</h2>
    <p>${text.failedHint}</p>
    <div class="ways">
      <button type="button" class="button main" part="button" @click=${() => store.send({ type: "retried" })}>${text.tryAgain}</button>
      ${searchShop === undefined ? nothing : shopButton(locale, searchShop)}
    </div>
    <details>
      <summary>${text.technicalDetails}</summary>
      <p lang="en" dir="ltr">${state.error?.message}</p>
    </details>
  </div>`;
}
