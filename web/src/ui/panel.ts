/**
 * The panel that opens at the shop's text field: beside it where there is room,
 * and as a full-screen sheet with a text field of its own where there is not.
 *
 * Both are one <dialog>: shown as a popover it floats above every stacking
 * context of the shop and leaves the page usable; shown modally it is the sheet,
 * and the browser itself traps the focus and closes it on the back gesture.
 * The list of hits stands in the light tree (hits.ts says why).
 */
import { html, LitElement, nothing, render, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Store } from "../core/store.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import { adoptHitsStyles } from "./hits.styles.ts";
import { type ListboxIds, listbox } from "./hits.ts";
import { back } from "./icons.ts";
import { panelStyles } from "./panel.styles.ts";
import "./results.ts";
import { StoreController } from "./store-controller.ts";
import { base, tokens } from "./tokens.ts";

/** Distances in CSS pixels: to the text field, to the edges, and the panel's largest size. */
const gap = 8;
const margin = 16;
const largest = { width: 940, height: 680 };

@customElement("vitrine-panel")
export class VitrinePanel extends LitElement {
  static override styles = [tokens, base, panelStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) ids!: ListboxIds;
  @property({ attribute: false }) searchShop: (() => void) | undefined;
  @property({ attribute: false }) select!: (event: MouseEvent, hit: Hit, position: number) => void;
  @property({ reflect: true }) theme: "auto" | "light" | "dark" = "auto";
  @property({ type: Boolean, reflect: true }) sheet = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new StoreController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptHitsStyles(this);
  }

  override render(): TemplateResult {
    const { text } = this.locale;
    return html`<dialog
      class=${this.sheet ? "sheet" : "overlay"}
      popover=${this.sheet ? nothing : "manual"}
      lang=${text.tag}
      aria-label=${text.panel}
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.store.send({ type: "closed" });
      }}
    >
      <header ?hidden=${!this.sheet}>
        <button type="button" class="back" aria-label=${text.close} @click=${() => this.store.send({ type: "closed" })}>
          ${back}
        </button>
        <slot name="field"></slot>
      </header>
      <vitrine-results embedded .store=${this.store} .locale=${this.locale} .searchShop=${this.searchShop}>
        <slot name="hits" slot="hits"></slot>
      </vitrine-results>
    </dialog>`;
  }

  protected override updated(): void {
    const { locale, select, store, ids } = this;
    const { results, active } = store.state;
    render(listbox({ results, locale, select, page: this.ownerDocument.baseURI }, ids, active), this);
  }

  /** The element of the hit, which exists once the view is up to date. */
  option(position: number): HTMLElement | null {
    return this.querySelector(`#${CSS.escape(this.ids.option(position))}`);
  }

  show(anchor: HTMLElement): void {
    if (this.sheet) {
      this.dialog.showModal();
      this.fitKeyboard();
    } else {
      if ("showPopover" in this.dialog) this.dialog.showPopover();
      else (this.dialog as HTMLDialogElement).show();
      this.place(anchor);
    }
  }

  hide(): void {
    if (this.dialog.open) this.dialog.close();
    else if (!this.sheet) this.dialog.hidePopover();
  }

  /** Puts the panel under the text field, or above it where only there is room. */
  place(anchor: HTMLElement): void {
    if (this.sheet) return;
    const { clientWidth, clientHeight } = this.ownerDocument.documentElement;
    const field = anchor.getBoundingClientRect();
    const width = Math.min(largest.width, clientWidth - 2 * margin);
    const middle = field.left + field.width / 2 - width / 2;
    const below = clientHeight - field.bottom - gap - margin;
    const above = field.top - gap - margin;
    const under = below >= Math.min(above, 320);
    const height = Math.min(largest.height, under ? below : above);
    this.measure({
      "--_left": Math.max(margin, Math.min(middle, clientWidth - width - margin)),
      "--_top": under ? field.bottom + gap : field.top - gap - height,
      "--_width": width,
      "--_height": height,
    });
  }

  /** Keeps the sheet within what an on-screen keyboard leaves. */
  fitKeyboard(): void {
    const { visualViewport } = window;
    if (!this.sheet || visualViewport === null) return;
    this.measure({ "--_top": visualViewport.offsetTop, "--_height": visualViewport.height });
  }

  private measure(pixels: Record<string, number>): void {
    for (const [name, value] of Object.entries(pixels)) this.dialog.style.setProperty(name, `${value}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-panel": VitrinePanel;
  }
}
