/**
 * A product's larger view, over the results and without leaving them.
 *
 * It is a modal dialog: the browser holds the focus in it and gives it back to where
 * it was. It opens from a button on a tile and, in the panel, from a key or a mark on
 * the row, because the options of a listbox must not hold buttons.
 */
import type { TemplateResult } from "lit";
import type { Store } from "../core/store.ts";
import { type Why, whyOf } from "../core/why.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import type { VitrineCard } from "./card.ts";
import { base, cross, customElement, hitAddress, html, LitElement, nothing, property, query, state } from "./lent.ts";
import { cardParts, quickViewParts } from "./parts.ts";
import { quickViewStyles } from "./quick-view.styles.ts";
import type { QuickViewScene } from "./quick-views.ts";
import { reasons } from "./why.ts";

@customElement("vitrine-quick-view")
export class VitrineQuickView extends LitElement {
  static override styles = [base, quickViewStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) hit!: Hit;
  @property({ attribute: false }) position = 0;
  @property({ attribute: false }) why = false;
  @property({ attribute: false }) select!: QuickViewScene["select"];
  /** What the engine said; null where it could not say. */
  @state() private reasons: Why | null | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("vitrine-card") private product!: VitrineCard;

  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("exportparts", quickViewParts.join());
    const inPanel = this.store.state.open;
    this.#unsubscribe = this.store.subscribe(({ type }) => {
      // Back leads away from what the product was found with.
      if (type === "restored" || (inPanel && !this.store.state.open)) this.close();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  /** The link that gets the focus is in the card, which has no place for it before it is drawn. */
  protected override async firstUpdated(): Promise<void> {
    await this.product.updateComplete;
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  override render(): TemplateResult {
    const { hit, locale, store } = this;
    const { text } = locale;
    return html`<dialog
      part="quick-view"
      lang=${text.tag}
      aria-label=${hit.title}
      @close=${() => this.remove()}
      @keydown=${this.escape}
      @click=${this.outside}
    >
      <div class="sheet">
        <button type="button" class="close" part="quick-view-close" aria-label=${text.closeQuickView} @click=${this.close}>
          ${cross}
        </button>
        <vitrine-card
          layout="full"
          exportparts=${cardParts.map((part) => `${part}:quick-view-${part}`).join()}
          .hit=${hit}
          .locale=${locale}
          .currency=${store.state.results?.currency ?? ""}
        >
          ${this.trail()} ${this.link()} ${this.why ? this.explanation() : nothing}
        </vitrine-card>
      </div>
    </dialog>`;
  }

  private trail(): TemplateResult | typeof nothing {
    const { category = [] } = this.hit;
    return category.length === 0 ? nothing : html`<p class="trail">${category.join(" › ")}</p>`;
  }

  private link(): TemplateResult | typeof nothing {
    const address = hitAddress(this.hit, this.ownerDocument.baseURI);
    if (address === undefined) return nothing;
    return html`<a
      class="button main"
      part="quick-view-link"
      href=${address}
      autofocus
      @click=${(event: MouseEvent) => this.select(event, this.hit, this.position)}
      >${this.locale.text.toProduct}</a
    >`;
  }

  private explanation(): TemplateResult {
    const { locale } = this;
    return html`<details part="why" @toggle=${this.explain}>
      <summary part="why-title">${locale.text.why}</summary>
      <div class="reasons" aria-live="polite">${this.reasons === undefined ? nothing : reasons(this.reasons, locale)}</div>
    </details>`;
  }

  private explain = async (): Promise<void> => {
    if (this.reasons !== undefined) return;
    const explanation = await this.store.explain(this.hit.id, this.position);
    this.reasons = explanation === undefined ? null : whyOf(explanation);
  };

  /** Escape closes this and not the panel under it. */
  private escape(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  /** All of the dialog is covered by the sheet in it; what is pressed beside that is the backdrop. */
  private outside(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-quick-view": VitrineQuickView;
  }
}
