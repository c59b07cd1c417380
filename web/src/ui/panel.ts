/**
 * The panel that opens at the shop's text field: beside it where there is room,
 * and as a full-screen sheet with a text field of its own where there is not.
 *
 * The panel is a popover, which floats above every stacking context of the shop,
 * leaves the page usable and the focus where it is. The sheet is a modal dialog,
 * where the browser itself traps the focus and closes it on the back gesture.
 * The list of hits stands in the light tree (hits.ts says why).
 */
import { html, LitElement, render, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { optionsOf } from "../core/options.ts";
import type { Store } from "../core/store.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import { adoptHitsStyles } from "./hits.styles.ts";
import { type ListboxIds, listbox, type Peek } from "./hits.ts";
import { back } from "./icons.ts";
import type { Look } from "./looks.ts";
import type { DrawCard } from "./options.ts";
import { panelStyles } from "./panel.styles.ts";
import { resultsParts } from "./parts.ts";
import "./results.ts";
import { speak } from "./speak.ts";
import { StoreController } from "./store-controller.ts";
import { SuggestionRoom } from "./suggestion-room.ts";
import type { SuggestionActions } from "./suggestions.ts";
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
  @property({ attribute: false }) card: DrawCard | undefined;
  @property({ attribute: false }) peek: Peek | undefined;
  /** The back gesture's way through what was searched for; without, it closes the sheet. */
  @property({ attribute: false }) stepBack: ((event: Event) => void) | undefined;
  @property({ reflect: true }) theme: "auto" | "light" | "dark" = "auto";
  @property({ reflect: true }) look: Look = "plain";
  @property({ type: Boolean, reflect: true }) sheet = false;
  @query(".frame") private frame!: HTMLElement;

  readonly #room = new SuggestionRoom(this);

  constructor() {
    super();
    new StoreController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    speak(this, this.locale);
    adoptHitsStyles(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.releasePage();
  }

  override render(): TemplateResult {
    return this.sheet ? this.modal() : this.overlay();
  }

  private overlay(): TemplateResult {
    const { text } = this.locale;
    return html`<div class="frame overlay" part="panel" popover="manual" role="dialog" aria-label=${text.panel}>
      ${this.results()}
    </div>`;
  }

  private modal(): TemplateResult {
    const { text } = this.locale;
    const close = (event: Event) => {
      event.preventDefault();
      this.store.send({ type: "closed" });
    };
    return html`<dialog class="frame sheet" part="panel" aria-label=${text.panel} @cancel=${this.stepBack ?? close}>
      <div class="head" part="head">
        <button type="button" class="back" part="close" aria-label=${text.close} @click=${close}>${back}</button>
        <slot name="field"></slot>
      </div>
      ${this.results()}
    </dialog>`;
  }

  private results(): TemplateResult {
    return html`<vitrine-results-view embedded exportparts=${resultsParts.join()} .store=${this.store} .locale=${this.locale} .searchShop=${this.searchShop} @vitrine-layout=${() => this.requestUpdate()}>
      <slot name="hits" slot="hits"></slot>
      <slot name="nothing" slot="nothing"></slot>
    </vitrine-results-view>`;
  }

  protected override updated(): void {
    const { locale, select, card, peek, store, ids } = this;
    const { results, active, query } = store.state;
    const named = query.trim() === "";
    const page = this.ownerDocument.baseURI;
    const options = optionsOf(store.state);
    const layout = this.renderRoot.querySelector("vitrine-results-view")?.layout ?? "list";
    const { actions } = this;
    const list = listbox({ results, locale, select, card, peek, page, layout, options, ids, active, named, actions });
    this.#room.draw(store.state, () => render(list, this));
  }

  private readonly actions: SuggestionActions = {
    choose: (text, scope) => this.store.send({ type: "chose", text, scope }),
    forget: (text) => this.store.forget(text),
    forgetAll: () => this.store.forget(),
  };

  /** The element of the option, which exists once the view is up to date. */
  option(position: number): HTMLElement | null {
    return this.querySelector(`#${CSS.escape(this.ids.option(position))}`);
  }

  show(anchor: HTMLElement): void {
    if (this.frame instanceof HTMLDialogElement) {
      this.frame.showModal();
      this.holdPage();
    } else this.frame.showPopover();
    this.place(anchor);
    this.fitKeyboard();
  }

  hide(): void {
    if (this.frame instanceof HTMLDialogElement) this.frame.close();
    else this.frame.hidePopover();
    this.releasePage();
  }

  /** The page behind the sheet stays where it is: a modal dialog alone lets it scroll. */
  private holdPage(): void {
    const { style } = this.ownerDocument.documentElement;
    const before = style.overflow;
    style.overflow = "hidden";
    this.releasePage = () => {
      style.overflow = before;
      this.releasePage = () => {};
    };
  }

  private releasePage = () => {};

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
    for (const [name, value] of Object.entries(pixels)) this.frame.style.setProperty(name, `${value}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-panel": VitrinePanel;
  }
}
