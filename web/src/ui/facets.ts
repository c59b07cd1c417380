/**
 * The filters beside the results: a group of checkboxes for a facet's values, of
 * colours with swatches, and a group of radio buttons for a number's ranges, for
 * prices with a slider.
 *
 * They are native controls, so that keyboard, screen readers, zoom and forced
 * colours work as the shopper's system does it. Every group is a fieldset whose
 * legend is a button that folds it; what is folded, shown whole or looked for stays
 * so while the view lives, though the facet may go and come with the results.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { rangeOf, sameRange } from "../core/filters.ts";
import type { Filters, NumberRange, Results } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { FacetInfo, FacetValue } from "../core/wire.ts";
import { facetRange, type Locale } from "../i18n/locale.ts";
import { afterFrame } from "./after-frame.ts";
import { type FacetLook, facetValues } from "./facet-values.ts";
import { facetsStyles } from "./facets.styles.ts";
import { rangeParts } from "./parts.ts";
import "./range.ts";
import { base } from "./tokens.ts";

/** A facet as it opens: unfolded, cut to its first values, nothing looked for. */
const plain: FacetLook = { folded: false, whole: false, wanted: "" };

/** How many facets open unfolded, beside those that are chosen from: all of them are longer than a page of hits. */
const unfolded = 8;

@customElement("vitrine-facets-view")
export class FacetsView extends LitElement {
  static override styles = [base, facetsStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) results!: Results;
  @property({ attribute: false }) filters: Filters = {};

  @state() private looks: Readonly<Record<string, FacetLook>> = {};

  /** The results that are drawn. */
  #drawn: Results | undefined;

  /** What the shopper reads first are the hits: the filters of other results come a frame after them. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && this.results !== this.#drawn) await afterFrame();
    super.scheduleUpdate();
  }

  override render(): TemplateResult {
    this.#drawn = this.results;
    return html`${repeat(
      this.results.facetOrder,
      (info) => info.field,
      (info, i) => this.facet(info, i >= unfolded && !(info.field in this.filters)),
    )}`;
  }

  private look(field: string, change: Partial<FacetLook>): void {
    this.looks = { ...this.looks, [field]: { ...plain, ...this.looks[field], ...change } };
  }

  private facet(info: FacetInfo, folded: boolean): TemplateResult | typeof nothing {
    const values = this.results.facets[info.field] ?? [];
    if (values.length === 0) return nothing;
    const label = this.locale.facetLabel(info);
    const look = this.looks[info.field] ?? { ...plain, folded };
    const fold = (event: Event) => this.look(info.field, { folded: !(event.target as HTMLDetailsElement).open });
    return html`<details part="facet" ?open=${!look.folded} @toggle=${fold}>
      <summary part="facet-title">${label}</summary>
      <fieldset>
        <legend class="quiet">${label}</legend>
        ${info.kind === "number" ? this.ranges(info, values) : this.values(info, values, look)}
      </fieldset>
    </details>`;
  }

  private values(info: FacetInfo, values: readonly FacetValue[], look: FacetLook): TemplateResult {
    const { store, locale, filters } = this;
    return facetValues({ info, values, look, store, locale, filters, change: (c) => this.look(info.field, c) });
  }

  private ranges(info: FacetInfo, values: readonly FacetValue[]): TemplateResult {
    const chosen = rangeOf(this.filters, info.field);
    const choose = (range: NumberRange) => this.store.send({ type: "ranged", field: info.field, range });
    const radio = (range: NumberRange, label: string, count: number | undefined) => html`<li>
      <label part="facet-value">
        <input
          type="radio"
          part="facet-checkbox"
          name=${info.field}
          .checked=${sameRange(chosen ?? {}, range)}
          @change=${() => choose(range)}
        />
        <span class="name">${label}</span>
        ${count === undefined ? nothing : html`<span class="count" part="facet-count">${this.locale.number(count)}</span>`}
      </label>
    </li>`;
    return html`<ul>
        ${radio({}, this.locale.text.any, undefined)}
        ${values.map((v) => {
          const range = facetRange(v);
          // A range that is open at both ends is any, which has its button.
          if (sameRange(range, {})) return nothing;
          return radio(range, this.locale.rangeLabel(info, range, this.results.currency), v.count);
        })}
      </ul>
      ${
        info.field === "price"
          ? html`<vitrine-range-view
              .locale=${this.locale}
              .info=${info}
              .currency=${this.results.currency}
              .chosen=${chosen}
              .choose=${choose}
              exportparts=${rangeParts.join()}
            ></vitrine-range-view>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-facets-view": FacetsView;
  }
}
