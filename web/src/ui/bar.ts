/** How many hits there are, their order and their layout: what stands above the results. */
import { html, type TemplateResult } from "lit";
import type { Layout } from "../core/layout.ts";
import type { Results, Sort } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Locale } from "../i18n/locale.ts";
import { asGrid, asList } from "./icons.ts";

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

export function layoutControl(chosen: Layout, { text }: Locale, choose: (layout: Layout) => void): TemplateResult {
  const button = (layout: Layout, icon: TemplateResult) => html`<button
    type="button"
    class="layout"
    part="layout"
    aria-label=${text.layouts[layout]}
    title=${text.layouts[layout]}
    aria-pressed=${layout === chosen}
    @click=${() => choose(layout)}
  >
    ${icon}
  </button>`;
  return html`<div class="layouts" role="group" aria-label=${text.layout}>${button("list", asList)}${button("grid", asGrid)}</div>`;
}
