/**
 * The filters beside the results: a group of checkboxes for a facet's values, a
 * group of radio buttons with two fields for a number's ranges.
 *
 * They are native controls, so that keyboard, screen readers, zoom and forced
 * colours work as the shopper's system does it. Every group is a fieldset whose
 * legend is a button that folds it.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { branches } from "../core/category.ts";
import { rangeOf, sameRange, valuesOf } from "../core/filters.ts";
import type { Filters, NumberRange, Results } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { FacetInfo, FacetValue } from "../core/wire.ts";
import { facetRange, type Locale } from "../i18n/locale.ts";
import { facetsStyles } from "./facets.styles.ts";
import { base } from "./tokens.ts";

/** A facet with more values than this is cut, with a button to show the rest. */
const fewValues = 6;

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly depth: number;
}

@customElement("vitrine-facets-view")
export class FacetsView extends LitElement {
  static override styles = [base, facetsStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) results!: Results;
  @property({ attribute: false }) filters: Filters = {};

  /** Facets whose every value is shown. */
  @state() private whole: ReadonlySet<string> = new Set();

  override render(): TemplateResult {
    return html`${repeat(
      this.results.facetOrder,
      (info) => info.field,
      (info) => this.facet(info),
    )}`;
  }

  private facet(info: FacetInfo): TemplateResult | typeof nothing {
    const values = this.results.facets[info.field] ?? [];
    const label = this.locale.facetLabel(info);
    const body = info.kind === "number" ? this.ranges(info, values) : this.values(info, values);
    if (body === nothing) return nothing;
    return html`<details part="facet" open>
      <summary part="facet-title">${label}</summary>
      <fieldset>
        <legend class="quiet">${label}</legend>
        ${body}
      </fieldset>
    </details>`;
  }

  private values(info: FacetInfo, values: readonly FacetValue[]): TemplateResult | typeof nothing {
    const chosen = valuesOf(this.filters, info.field);
    const choices = this.choices(info, values, chosen);
    if (choices.length === 0) return nothing;
    const all = this.whole.has(info.field) || choices.length <= fewValues + 1;
    const shown = all ? choices : choices.filter((c, i) => i < fewValues || chosen.includes(c.value));
    return html`<ul>
        ${repeat(
          shown,
          (c) => c.value,
          (c) => html`<li class="depth-${Math.min(c.depth, 3)}">
            <label part="facet-value">
              <input
                type="checkbox"
                part="facet-checkbox"
                .checked=${chosen.includes(c.value)}
                @change=${() => this.store.send({ type: "toggled", field: info.field, value: c.value })}
              />
              <span class="name">${c.label}</span>
              <span class="count" part="facet-count">${this.locale.number(c.count)}</span>
            </label>
          </li>`,
        )}
      </ul>
      ${choices.length > fewValues + 1 ? this.wholeButton(info) : nothing}`;
  }

  private choices(info: FacetInfo, values: readonly FacetValue[], chosen: readonly string[]): Choice[] {
    if (info.field === "category") {
      const scope = valuesOf(this.store.scope, info.field);
      return branches(values, chosen, scope).map(({ facet, name, depth }) => ({
        value: facet.value,
        label: name,
        count: facet.count,
        depth,
      }));
    }
    return values.map(({ value, count }) => ({
      value,
      label: this.locale.valueLabel(info.field, value),
      count,
      depth: 0,
    }));
  }

  private wholeButton(info: FacetInfo): TemplateResult {
    const whole = this.whole.has(info.field);
    const { moreValues, fewerValues } = this.locale.text;
    const press = () => {
      const next = new Set(this.whole);
      if (!next.delete(info.field)) next.add(info.field);
      this.whole = next;
    };
    return html`<button type="button" class="link" part="facet-more" aria-expanded=${whole} @click=${press}>
      ${whole ? fewerValues : moreValues}<span class="quiet"> ${this.locale.facetLabel(info)}</span>
    </button>`;
  }

  private ranges(info: FacetInfo, values: readonly FacetValue[]): TemplateResult | typeof nothing {
    if (values.length === 0) return nothing;
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
          return radio(range, this.locale.rangeLabel(info, range, this.results.currency), v.count);
        })}
      </ul>
      ${info.field === "price" ? this.fields(info, chosen, choose) : nothing}`;
  }

  /** The shopper's own two ends; a text that is no number leaves its end open. */
  private fields(info: FacetInfo, chosen: NumberRange | undefined, choose: (r: NumberRange) => void): TemplateResult {
    const { text } = this.locale;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      const ends = ["min", "max"].flatMap((end) => {
        const written = String(form.get(end) ?? "").trim();
        return written !== "" && Number.isFinite(Number(written)) ? [[end, Number(written)]] : [];
      });
      choose(Object.fromEntries(ends));
    };
    const field = (name: "min" | "max", label: string, value: number | undefined) => html`<input
      part="price-field"
      name=${name}
      type="number"
      inputmode="decimal"
      min="0"
      step="any"
      aria-label=${`${this.locale.facetLabel(info)}: ${label}`}
      placeholder=${label}
      .value=${value === undefined ? "" : String(value)}
    />`;
    return html`<form @submit=${submit} aria-label=${this.locale.facetLabel(info)}>
      ${field("min", text.priceFrom, chosen?.min)}
      <span aria-hidden="true">–</span>
      ${field("max", text.priceTo, chosen?.max)}
      <button type="submit" class="apply" part="price-apply">${text.apply}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-facets-view": FacetsView;
  }
}
