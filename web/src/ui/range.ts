/**
 * A range of prices to choose: a slider with two thumbs over two fields.
 *
 * The thumbs are two native sliders, one over the other, so that keys, screen
 * readers and touch work as the shopper's system does it. While a thumb is dragged
 * only its field follows; the search is asked for when it is let go.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { NumberRange } from "../core/state.ts";
import { lowerStop, stopsBetween, upperStop } from "../core/stops.ts";
import type { FacetInfo } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import { rangeStyles } from "./range.styles.ts";
import { base } from "./tokens.ts";

@customElement("vitrine-range-view")
export class RangeView extends LitElement {
  static override styles = [base, rangeStyles];

  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) info!: FacetInfo;
  @property({ attribute: false }) currency = "";
  @property({ attribute: false }) chosen: NumberRange | undefined;
  @property({ attribute: false }) choose!: (range: NumberRange) => void;

  /** Where the thumbs stand while one is dragged. */
  @state() private dragged: readonly [number, number] | undefined;

  override render(): TemplateResult {
    const { min, max } = this.info;
    const stops = min === undefined || max === undefined ? [] : stopsBetween(min, max);
    // Between two prices there is nothing to slide.
    return html`${stops.length < 3 ? nothing : this.slider(stops)}${this.fields(stops)}`;
  }

  private places(stops: readonly number[]): readonly [number, number] {
    return this.dragged ?? [lowerStop(stops, this.chosen?.min), upperStop(stops, this.chosen?.max)];
  }

  private slider(stops: readonly number[]): TemplateResult {
    const { text } = this.locale;
    const label = this.locale.facetLabel(this.info);
    const last = stops.length - 1;
    const [low, high] = this.places(stops);
    return html`<div class="slider" part="price-slider">
      <svg class="track" aria-hidden="true" focusable="false" preserveAspectRatio="none" viewBox="0 0 ${last} 1">
        <rect class="whole" width=${last} height="1" />
        <rect class="part" x=${low} width=${high - low} height="1" />
      </svg>
      ${this.thumb(stops, 0, text.lowest(label), low > last / 2)} ${this.thumb(stops, 1, text.highest(label), false)}
    </div>`;
  }

  /** One end's slider. The lower one comes to the front where it could be covered for good. */
  private thumb(stops: readonly number[], end: 0 | 1, label: string, front: boolean): TemplateResult {
    const places = this.places(stops);
    const moved = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const other = places[1 - end] ?? 0;
      const at = end === 0 ? Math.min(Number(input.value), other) : Math.max(Number(input.value), other);
      input.value = String(at);
      this.dragged = end === 0 ? [at, other] : [other, at];
    };
    const place = places[end];
    return html`<input
      class=${front ? "front" : nothing}
      type="range"
      min="0"
      max=${stops.length - 1}
      .value=${String(place)}
      aria-label=${label}
      aria-valuetext=${this.locale.money(stops[place] ?? 0, this.currency, true)}
      @input=${moved}
      @change=${() => this.release(stops)}
    />`;
  }

  /** A thumb at its end of the slider leaves that end open. */
  private release(stops: readonly number[]): void {
    const [low, high] = this.places(stops);
    this.dragged = undefined;
    this.choose({
      ...(low === 0 ? {} : { min: stops[low] as number }),
      ...(high === stops.length - 1 ? {} : { max: stops[high] as number }),
    });
  }

  /** The shopper's own two ends; a text that is no number leaves its end open. */
  private fields(stops: readonly number[]): TemplateResult {
    const { text } = this.locale;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      const ends = ["min", "max"].flatMap((end) => {
        const written = String(form.get(end) ?? "").trim();
        return written !== "" && Number.isFinite(Number(written)) ? [[end, Number(written)]] : [];
      });
      this.choose(Object.fromEntries(ends));
    };
    const { dragged, chosen } = this;
    const at = (end: 0 | 1, open: number) =>
      dragged === undefined ? undefined : dragged[end] === open ? "" : String(stops[dragged[end]]);
    const low = at(0, 0) ?? String(chosen?.min ?? "");
    const high = at(1, stops.length - 1) ?? String(chosen?.max ?? "");
    return html`<form @submit=${submit} aria-label=${this.locale.facetLabel(this.info)}>
      ${this.field("min", text.priceFrom, low, this.info.min)}
      <span aria-hidden="true">–</span>
      ${this.field("max", text.priceTo, high, this.info.max)}
      <button type="submit" class="apply" part="price-apply">${text.apply}</button>
    </form>`;
  }

  private field(name: "min" | "max", label: string, value: string, end: number | undefined): TemplateResult {
    return html`<input
      part="price-field"
      name=${name}
      type="number"
      inputmode="decimal"
      min="0"
      step="any"
      aria-label=${`${this.locale.facetLabel(this.info)}: ${label}`}
      placeholder=${end === undefined ? label : this.locale.money(end, this.currency, true)}
      .value=${value}
    />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-range-view": RangeView;
  }
}
