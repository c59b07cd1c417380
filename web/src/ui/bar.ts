/** How many hits there are, and their order: what stands above the results. */
import { html, type TemplateResult } from "lit";
import type { Results, Sort } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Locale } from "../i18n/locale.ts";

export function total({ total }: Results, locale: Locale): TemplateResult {
  return html`<p class="total" part="total">${locale.text.count(total, locale.number(total))}</p>`;
}

export function sortControl(store: Store, locale: Locale): TemplateResult {
  const { sort } = store.state;
  const sorts = Object.entries(locale.text.sorts) as [Sort, string][];
  const choose = (event: Event) =>
    store.send({ type: "sorted", sort: (event.target as HTMLSelectElement).value as Sort });
  return html`<label class="sort">
    <span class="sort-label">${locale.text.sort}</span>
    <select part="sort" .value=${sort} @change=${choose}>
      ${sorts.map(([value, label]) => html`<option value=${value} ?selected=${value === sort}>${label}</option>`)}
    </select>
  </label>`;
}
