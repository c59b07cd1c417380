/** One piece of the results that a page shows in a place of its own. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { chips } from "../core/filters.ts";
import type { Results, State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Locale } from "../i18n/locale.ts";
import { barStyles } from "./bar.styles.ts";
import { sortControl, total } from "./bar.ts";
import { chipAfter, chipList } from "./chips.ts";
import { facetsView, toResults } from "./filtering.ts";
import { cross, sliders } from "./icons.ts";
import type { Piece } from "./options.ts";
import { pieceStyles } from "./piece.styles.ts";
import { resultsStyles } from "./results.styles.ts";
import { StoreController } from "./store-controller.ts";
import { base, tokens } from "./tokens.ts";

/** Below this the filters open as a sheet over the page. */
const narrow = "(max-width: 44rem)";

@customElement("vitrine-piece-view")
export class PieceView extends LitElement {
  static override styles = [tokens, base, barStyles, resultsStyles, pieceStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) piece!: Piece;
  @state() private sheet = false;
  @query("dialog") private dialog!: HTMLDialogElement | null;
  #narrow = matchMedia(narrow);
  #listening = new AbortController();

  constructor() {
    super();
    new StoreController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const measure = () => {
      this.sheet = this.#narrow.matches;
    };
    this.#narrow.addEventListener("change", measure, { signal: this.#listening.signal });
    measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
  }

  override render(): TemplateResult | typeof nothing {
    const { state: now } = this.store;
    const { results } = now;
    if (results === null) return nothing;
    switch (this.piece) {
      case "total":
        return total(results, this.locale);
      case "sort":
        return results.total === 0 ? nothing : sortControl(this.store, this.locale);
      case "chips":
        return chipList(now, this.locale, {
          drop: (chip, position) => {
            this.store.send({ type: "dropped", chip });
            void this.focusChip(position);
          },
          clear: () => this.store.send({ type: "cleared" }),
        });
      case "facets":
        return this.facets(now, results);
    }
  }

  /** Removing a chip removes the button that has the focus; it goes to the next one. */
  private async focusChip(position: number): Promise<void> {
    await this.updateComplete;
    chipAfter(this.renderRoot, position)?.focus();
  }

  private facets(now: State, results: Results): TemplateResult | typeof nothing {
    if (results.facetOrder.length === 0) return nothing;
    const { text } = this.locale;
    const view = facetsView(this.store, this.locale, results);
    if (!this.sheet) return html`<section part="facets" aria-label=${text.filters}>${view}</section>`;
    const chosen = chips(now.filters).length;
    const close = () => this.dialog?.close();
    return html`<button type="button" class="opener" part="filter-button" @click=${() => this.dialog?.showModal()}>
        ${sliders}${text.showFilters(chosen, this.locale.number(chosen))}
      </button>
      <dialog part="facets" aria-label=${text.filters}>
        <button type="button" class="shut" aria-label=${text.close} @click=${close}>${cross}</button>
        ${view} ${toResults(results, this.locale, close)}
      </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-piece-view": PieceView;
  }
}
