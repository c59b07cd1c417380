/**
 * A store's results with everything around them: total, sort, chips, facets,
 * the hits' slot, and what is shown while there are none.
 *
 * The panel embeds it, and a shop's own results page mounts it inline; only the
 * list of hits differs, which the embedder slots in.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type Chip, chips } from "../core/filters.ts";
import { type Layout, LayoutMemory } from "../core/layout.ts";
import type { Results, State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Locale } from "../i18n/locale.ts";
import { Announcer } from "./announcer.ts";
import { barStyles } from "./bar.styles.ts";
import { layoutControl, sortControl, total } from "./bar.ts";
import { type ChipActions, chipAfter, chipList } from "./chips.ts";
import { facetsView, toResults } from "./filtering.ts";
import { sliders } from "./icons.ts";
import { correction, relaxation } from "./notices.ts";
import type { Piece } from "./options.ts";
import { pagerStyles } from "./pager.styles.ts";
import { foot, Scrolling } from "./pager.ts";
import { resultsStyles } from "./results.styles.ts";
import { statesStyles } from "./states.styles.ts";
import { facetSkeleton, failure, nothingFound, skeleton } from "./states.ts";
import { StoreController } from "./store-controller.ts";
import { base, tokens } from "./tokens.ts";

@customElement("vitrine-results-view")
export class ResultsView extends LitElement {
  static override styles = [tokens, base, barStyles, statesStyles, resultsStyles, pagerStyles];

  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) locale!: Locale;
  /** Goes on to the shop's own search, where there is one. */
  @property({ attribute: false }) searchShop: (() => void) | undefined;
  /** Set inside the panel, which has the colours and the scrolling. */
  @property({ type: Boolean, reflect: true }) embedded = false;
  /** What other elements of the page show. */
  @property({ attribute: false }) elsewhere: ReadonlySet<Piece> = new Set();
  /** How the embedder is to lay the hits out; it hears of a change by "vitrine-layout". */
  @property({ reflect: true }) layout: Layout = "grid";
  /** On a narrow screen the filters take the place of the hits. */
  @state() private filtering = false;
  @query(".frame") private frame: HTMLElement | null | undefined;
  @query(".filter") private filterButton!: HTMLButtonElement;
  @query(".scroller") private scroller!: HTMLElement;
  readonly #announcer = new Announcer(this);
  #announced = 0;
  /** The hits are not at their top; to ask the scroller itself would lay it out while it is drawn. */
  #scrolled = false;
  /** A page that the shopper turned to is awaited. */
  #turning = false;

  constructor() {
    super();
    new StoreController(this);
    new Scrolling(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.layout = this.#memory().recall() ?? (this.embedded ? "list" : "grid");
  }

  override render(): TemplateResult {
    const { state: now } = this.store;
    return html`
      <div class="frame ${this.filtering && hasFacets(now.results) ? "filtering" : ""}" @keydown=${this.key}>
        ${now.status === "loading" ? html`<div class="progress" part="progress"></div>` : nothing}
        ${this.hasNoAnswer(now) || this.isBare(now) ? nothing : this.bar(now, now.results)}
        ${correction(now.results, this.locale, this.insist)} ${relaxation(now.results, this.locale)}
        ${this.shows("chips") ? chipList(now, this.locale, this.chipActions) : nothing}
        <div class="columns">
          ${this.facets(now, now.results)}
          <div
            class="scroller"
            part="hits"
            role=${this.embedded ? "region" : nothing}
            aria-label=${this.embedded ? this.locale.text.results : nothing}
            tabindex=${this.embedded ? "0" : "-1"}
            @scroll=${this.scrolled}
          >
            ${this.hits(now)}
          </div>
        </div>
        ${this.#announcer.render()}
      </div>
    `;
  }

  /** Says that an answer is awaited before that is drawn. */
  noticed(): void {
    this.frame?.setAttribute("aria-busy", `${this.store.state.status === "loading"}`);
  }

  protected override updated(_: PropertyValues<this>): void {
    const { state: now } = this.store;
    const shown = now.status === "loading" ? isAnsweredInPart(now) : now.status !== "idle";
    if (now.request === this.#announced || !shown) return;
    this.#announced = now.request;
    // The same question's answer, in a better order: there is nothing to say, and nowhere to go.
    if (now.refining) return;
    this.#announcer.say(this.announcement(now));
    // A new first page begins at its top; a further page stays where it is.
    if (!now.more && this.#scrolled) this.scroller.scrollTop = 0;
    if (this.#turning && this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
    this.#turning = false;
  }

  private scrolled = (): void => {
    this.#scrolled = this.scroller.scrollTop > 0;
  };

  private announcement(now: State): string {
    const { text } = this.locale;
    if (now.status === "error") return now.more ? text.failedMore : text.failed;
    const { total = 0, offset = 0, hits = [] } = now.results ?? {};
    if (now.more) return text.shown(this.locale.number(offset + hits.length), this.locale.number(total));
    return total === 0 ? text.noResults(now.query) : text.announce(total, this.locale.number(total), now.query);
  }

  /** The newest request failed and there is nothing of it to show. */
  private hasNoAnswer(now: State): boolean {
    return now.status === "error" && !now.more;
  }

  /** Nothing was found and nothing is chosen: there is nothing to sort or to filter. */
  private isBare(now: State): boolean {
    return now.results?.total === 0 && Object.keys(now.filters).length === 0;
  }

  private shows(piece: Piece): boolean {
    return !this.elsewhere.has(piece);
  }

  private bar(now: State, results: Results | null): TemplateResult {
    // Its place is kept, so that nothing moves when the first results come.
    if (results === null) return html`<div class="bar"></div>`;
    return html`<div class="bar" part="bar">
      ${this.shows("total") ? total(results, this.locale) : nothing}
      ${this.shows("facets") ? this.filterOpener(now) : nothing}
      ${this.shows("sort") ? sortControl(this.store, this.locale) : nothing}
      ${layoutControl(this.layout, this.locale, this.lay)}
    </div>`;
  }

  private filterOpener(now: State): TemplateResult {
    const chosen = chips(now.filters).length;
    return html`<button type="button" class="filter" part="filter-button" aria-expanded=${this.filtering} @click=${this.toggleFilters}>
        ${sliders}${this.locale.text.showFilters(chosen, this.locale.number(chosen))}
      </button>`;
  }

  /** The button goes with the correction; the focus stays with the results. */
  private insist = async (): Promise<void> => {
    this.store.send({ type: "insisted" });
    await this.updateComplete;
    this.scroller.focus();
  };

  /** Removing a chip removes the button that has the focus; it goes to the next one. */
  private async drop(chip: Chip, position: number): Promise<void> {
    this.store.send({ type: "dropped", chip });
    await this.updateComplete;
    (chipAfter(this.renderRoot, position) ?? this.scroller).focus();
  }

  private readonly chipActions: ChipActions = {
    drop: (chip, position) => void this.drop(chip, position),
    clear: () => void this.clear(),
  };

  private clear = async (): Promise<void> => {
    this.store.send({ type: "cleared" });
    await this.updateComplete;
    this.scroller.focus();
  };

  private facets(now: State, results: Results | null): TemplateResult | typeof nothing {
    if (!this.shows("facets")) return nothing;
    // The filters' column is there before they are: the hits must not move for it.
    if (results === null)
      return now.status === "loading" ? html`<div class="facets">${facetSkeleton()}</div>` : nothing;
    const { text } = this.locale;
    // Kept without facets too, because it remembers what was folded.
    return html`<section class="facets" part="facets" aria-label=${text.filters} ?hidden=${!hasFacets(results)}>
      ${results.instant ? facetSkeleton() : nothing}
      ${facetsView(this.store, this.locale, results)} ${toResults(results, this.locale, this.toggleFilters)}
    </section>`;
  }

  private key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.filtering) return;
    event.preventDefault();
    void this.toggleFilters();
  };

  private toggleFilters = async (): Promise<void> => {
    this.filtering = !this.filtering;
    await this.updateComplete;
    if (!this.filtering) this.filterButton.focus();
  };

  private hits(now: State): TemplateResult {
    const { locale, store, searchShop } = this;
    const { results } = now;
    if (this.hasNoAnswer(now)) return failure({ locale, state: now, store, searchShop });
    if (results === null) return html`<slot name="hits"></slot>${skeleton(this.layout === "list", locale)}`;
    if (results.total === 0)
      return html`${nothingFound({ locale, state: now, store, searchShop })}<slot name="hits"></slot>`;
    if (results.begun) return html`<slot name="hits"></slot>${skeleton(this.layout === "list")}`;
    return html`<slot name="hits"></slot>${results.instant ? nothing : foot({ store, locale, results, turn: this.turn })}`;
  }

  /** Another page is looked at from its top. */
  private turn = (page: number): void => {
    this.#turning = true;
    this.store.send({ type: "turned", page });
    this.scroller.focus({ preventScroll: true });
  };

  private lay = (layout: Layout): void => {
    this.layout = layout;
    this.#memory().keep(layout);
    this.dispatchEvent(new CustomEvent("vitrine-layout"));
  };

  #memory(): LayoutMemory {
    return new LayoutMemory(() => localStorage, this.embedded ? "panel" : "page");
  }
}

/** Whether there is something to filter by, or will be when the engine takes over: the hits must not move for it. */
function hasFacets(results: Results | null): boolean {
  return results !== null && (results.instant === true || results.facetOrder.length > 0);
}

/** What is asked is answered in part. */
function isAnsweredInPart({ query, results }: State): boolean {
  return (results?.instant ?? results?.begun) === true && results?.query === query;
}

declare global {
  interface HTMLElementTagNameMap {
    "vitrine-results-view": ResultsView;
  }
}
