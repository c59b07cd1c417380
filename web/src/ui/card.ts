/**
 * One product as the shopper sees it: picture, title with the matched words
 * emphasised, brand, variant, rating, availability and price.
 *
 * Everything a merchant wrote enters as text nodes, and the picture's address
 * only through safeAddress, so that no product can bring markup or script.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { safeAddress } from "../core/address.ts";
import { segments } from "../core/highlight.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import { afterFrame } from "./after-frame.ts";
import { cardStyles } from "./card.styles.ts";
import { picture, star } from "./icons.ts";
import { base } from "./tokens.ts";

/** "row" is a line of a list, "tile" a card in a grid, "full" a view of its own, with more in its slot. */
export type Layout = "row" | "tile" | "full";

@customElement("vitrine-card")
export class VitrineCard extends LitElement {
  static override styles = [base, cardStyles];

  @property({ attribute: false }) hit!: Hit;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) currency = "";
  @property({ reflect: true }) layout: Layout = "row";

  /** Others are in sight before it: it shows another product a frame after them. */
  @property({ attribute: false }) later = false;

  /** The address that could not be shown. */
  @state() private broken = "";

  protected override async scheduleUpdate(): Promise<void> {
    if (this.later && this.hasUpdated) await afterFrame();
    super.scheduleUpdate();
  }

  override render(): TemplateResult {
    const { hit } = this;
    return html`
      <div class="picture" part="image">${this.picture()}</div>
      <div class="words">
        ${hit.brand ? html`<p class="brand" part="brand">${hit.brand}</p>` : nothing}
        ${keyed(hit, this.words())}
      </div>
      ${this.price()} ${this.layout === "full" ? html`<div class="rest"><slot></slot></div>` : nothing}
    `;
  }

  /** Drawn anew for every hit: written over those of another, its words would count as having moved there. */
  private words(): TemplateResult {
    return html`${this.heading()} ${this.variant()}
      <p class="facts">${this.rating()}${this.availability()}</p>`;
  }

  private heading(): TemplateResult {
    const { title, title_matches } = this.hit;
    const words = segments(title, title_matches).map((s) =>
      s.match ? html`<mark part="match">${s.text}</mark>` : s.text,
    );
    return this.layout === "full"
      ? html`<h2 class="title" part="title">${words}</h2>`
      : html`<p class="title" part="title">${words}</p>`;
  }

  private picture(): TemplateResult {
    const address = safeAddress(this.hit.variant?.image ?? this.hit.image, this.ownerDocument.baseURI);
    if (address === undefined || address === this.broken) return picture;
    // The title stands beside it and says the same, so the picture is silent. Another
    // product's picture never stands in while this one loads.
    const shown = html`<img
      src=${address}
      alt=""
      width="320"
      height="320"
      loading="lazy"
      decoding="async"
      @error=${() => {
        this.broken = address;
      }}
    />`;
    return html`${keyed(address, shown)}`;
  }

  private variant(): TemplateResult | typeof nothing {
    const options = this.hit.variant?.options ?? [];
    if (options.length === 0) return nothing;
    return html`<p class="variant" part="variant">${options.map((o) => (this.layout === "full" ? `${o.name}: ${o.value}` : o.value)).join(" · ")}</p>`;
  }

  private rating(): TemplateResult | typeof nothing {
    const { rating, reviews = 0 } = this.hit;
    if (rating === undefined) return nothing;
    const shown = this.locale.stars(rating);
    const count = this.locale.number(reviews);
    return html`<span class="rating" part="rating">
      ${star}<span aria-hidden="true">${shown}${reviews > 0 ? html` <span class="reviews">(${count})</span>` : nothing}</span>
      <span class="quiet">${this.locale.text.rating(shown, reviews, count)}</span>
    </span>`;
  }

  private availability(): TemplateResult | typeof nothing {
    const value = this.hit.variant?.availability ?? this.hit.availability;
    if (!value) return nothing;
    const known = value in this.locale.text.availability ? value : "other";
    return html`<span class="stock ${known}" part="stock">${this.locale.valueLabel("availability", value)}</span>`;
  }

  private price(): TemplateResult | typeof nothing {
    const { hit, locale, currency } = this;
    const price = hit.variant?.price ?? hit.price;
    if (price === undefined) return nothing;
    const before = hit.list_price !== undefined && hit.list_price > price ? hit.list_price : undefined;
    return html`<p class="price" part="price">
      <span class=${before === undefined ? "now" : "now reduced"}>${locale.money(price, currency)}</span>
      ${
        before === undefined
          ? nothing
          : html`<span class="quiet">${locale.text.listPrice}</span> <s part="list-price">${locale.money(before, currency)}</s>`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-card": VitrineCard;
  }
}
