/** The values of one facet as checkboxes: a tree of categories, swatches of colours, or a list. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { branches, within } from "../core/category.ts";
import { coloursOf, isOfColours } from "../core/colours.ts";
import { valuesOf } from "../core/filters.ts";
import type { Filters } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { FacetInfo, FacetValue } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";

/** A facet with more values than this is cut, with a button to show the rest; swatches stand side by side. */
const few = { rows: 6, swatches: 10 };

/** A facet with more values than this has a field to find one. */
const many = 12;

/** How the shopper left a facet. */
export interface FacetLook {
  readonly folded: boolean;
  /** Every value is shown. */
  readonly whole: boolean;
  /** What the values are looked through for. */
  readonly wanted: string;
}

interface FacetOptions {
  readonly info: FacetInfo;
  readonly values: readonly FacetValue[];
  readonly look: FacetLook;
  readonly store: Store;
  readonly locale: Locale;
  readonly filters: Filters;
  change(look: Partial<FacetLook>): void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly depth: number;
}

export function facetValues(view: FacetOptions): TemplateResult {
  const { info, look, locale, store } = view;
  const chosen = valuesOf(view.filters, info.field);
  const wanted = folded(look.wanted.trim());
  const found = wanted === "" ? choices(view, chosen) : matching(view, wanted);
  const swatches = isOfColours(info);
  const first = swatches ? few.swatches : few.rows;
  const long = wanted === "" && found.length > first + 1;
  const shown = look.whole || !long ? found : found.filter((c, i) => i < first || chosen.includes(c.value));
  return html`${matching(view, "").length > many ? finder(view) : nothing}
    <ul class=${swatches ? "swatches" : nothing}>
      ${repeat(
        shown,
        (c) => c.value,
        (c) => html`<li class="depth-${Math.min(c.depth, 3)}">
          <label part="facet-value">
            <input
              type="checkbox"
              part="facet-checkbox"
              .checked=${chosen.includes(c.value)}
              @change=${() => store.send({ type: "toggled", field: info.field, value: c.value })}
            />
            ${swatches ? swatch(coloursOf(c.value, store.swatches)) : nothing}
            <span class="name">${c.label}</span>
            <span class="count" part="facet-count">${locale.number(c.count)}</span>
          </label>
        </li>`,
      )}
    </ul>
    ${found.length === 0 ? html`<p class="none">${locale.text.noValue}</p>` : nothing}
    ${long ? wholeButton(view) : nothing}`;
}

function choices({ info, values, store, locale }: FacetOptions, chosen: readonly string[]): Choice[] {
  if (info.field === "category") {
    return branches(values, chosen, valuesOf(store.scope, info.field)).map(({ facet, name, depth }) => ({
      value: facet.value,
      label: name,
      count: facet.count,
      depth,
    }));
  }
  return values.map(({ value, count }) => ({ value, label: locale.valueLabel(info.field, value), count, depth: 0 }));
}

/** The values whose labels have the text in them; of a category the whole path is its label. */
function matching({ info, values, store, locale }: FacetOptions, wanted: string): Choice[] {
  const scope = valuesOf(store.scope, info.field);
  return values
    .filter(({ value }) => scope.length === 0 || scope.some((above) => within(value, above)))
    .map(({ value, count }) => ({ value, label: locale.valueLabel(info.field, value), count, depth: 0 }))
    .filter(({ label }) => folded(label).includes(wanted));
}

/** The text without the differences of case and width. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function finder({ info, look, locale, change }: FacetOptions): TemplateResult {
  const label = locale.text.findValue(locale.facetLabel(info));
  return html`<input
    class="finder"
    part="facet-finder"
    type="search"
    autocomplete="off"
    enterkeyhint="done"
    aria-label=${label}
    placeholder=${label}
    .value=${look.wanted}
    @input=${(event: Event) => change({ wanted: (event.target as HTMLInputElement).value })}
  />`;
}

function wholeButton({ info, look, locale, change }: FacetOptions): TemplateResult {
  const { moreValues, fewerValues } = locale.text;
  return html`<button
    type="button"
    class="link"
    part="facet-more"
    aria-expanded=${look.whole}
    @click=${() => change({ whole: !look.whole })}
  >
    ${look.whole ? fewerValues : moreValues}<span class="quiet"> ${locale.facetLabel(info)}</span>
  </button>`;
}

/** The colours side by side, with a tick that is seen on every one of them. */
function swatch(colours: readonly string[]): TemplateResult {
  const safe = colours.filter((colour) => CSS.supports("color", colour));
  const width = 24 / safe.length;
  return html`<svg part="swatch" class="swatch ${safe.length === 0 ? "unknown" : ""}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${safe.map((colour, i) => svg`<rect x=${i * width} width=${width} height="24" fill=${colour} />`)}
    <path class="tick around" d="M6.5 12.5l3.5 3.5 7.5-8" />
    <path class="tick" d="M6.5 12.5l3.5 3.5 7.5-8" />
  </svg>`;
}
