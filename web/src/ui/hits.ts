/**
 * The hits as a list, rendered into the light tree of the view that shows them.
 *
 * A combobox names its listbox and its active option by id, and ids are looked
 * up in the tree of the element that names them. The text field is the shop's
 * own, in the shop's tree; so listbox and options stand there too, and are
 * slotted into the panel. Only these few elements leave the shadow: each
 * product's card has a shadow of its own, safe from the shop's style sheets.
 *
 * An element belongs to a place in the list, not to a product: where the order changes
 * while the shopper reads, each place is written anew and nothing moves.
 *
 * An option is an anchor, so that a middle click, "open in a new tab" and
 * dragging do what they do on every link.
 */
import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { safeAddress } from "../core/address.ts";
import type { Layout } from "../core/layout.ts";
import type { Option } from "../core/options.ts";
import type { Results } from "../core/state.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import "./card.ts";
import { eye } from "./icons.ts";
import type { DrawCard } from "./options.ts";
import { recentHead, type SuggestionActions, suggestionGroups } from "./suggestions.ts";

/** The address of a hit's page, undefined where it may not be followed. */
export function hitAddress(hit: Hit, page: string): string | undefined {
  return safeAddress(hit.variant?.url ?? hit.url, page);
}

export interface HitsOptions {
  results: Results | null;
  locale: Locale;
  page: string;
  layout: Layout;
  select(event: MouseEvent, hit: Hit, position: number): void;
  /** Draws the shop's own cards, where it has any. */
  card?: DrawCard | undefined;
  /** Opens a quick view; undefined where the shop wants none. */
  peek?: Peek | undefined;
}

/** So many cards at most are in sight in the panel before it is scrolled. */
const inSight = { list: 8, grid: 12 };

export type Peek = (hit: Hit, position: number) => Promise<void>;

/** Names of the ids in the shop's tree; several widgets may share a page. */
export interface ListboxIds {
  readonly listbox: string;
  option(position: number): string;
}

/** The listbox of everything that the arrow keys walk through, and the option they stand on. */
export interface ListboxOptions extends HitsOptions {
  readonly options: readonly Option[];
  readonly ids: ListboxIds;
  readonly active: number;
  readonly actions: SuggestionActions;
  readonly named: boolean;
}

export function listbox(view: ListboxOptions): TemplateResult {
  const { locale, select, peek, ids, active, layout } = view;
  const groups = suggestionGroups(view);
  const hits = view.results?.hits ?? [];
  const first = view.options.length - hits.length;
  return html`${recentHead(view)}<div
      class="vitrine-hits"
      role="listbox"
      slot="hits"
      id=${ids.listbox}
      aria-label=${locale.text.results}
    ><div class="vitrine-groups" role="none">${groups}</div>${
      hits.length === 0
        ? nothing
        : html`<div class="vitrine-products ${layout}" role="group" aria-label=${locale.text.results}>
    ${hits.map(
      (hit, i) => html`<a
        class="vitrine-hit"
        role="option"
        tabindex="-1"
        id=${ids.option(first + i)}
        aria-selected=${first + i === active}
        aria-description=${peek ? locale.text.quickViewKey : nothing}
        href=${ifDefined(hitAddress(hit, view.page))}
        @mousedown=${keepFocus}
        @click=${(event: MouseEvent) => select(event, hit, i)}
        >${card(view, hit, i)}${peek ? peekMark(() => void peek(hit, i), locale) : nothing}</a>`,
    )}
  </div>`
    }</div>`;
}

export function tiles(options: HitsOptions): TemplateResult {
  const { results, locale, page, select, peek, layout } = options;
  return html`<ul class="vitrine-hits ${layout}" slot="hits" aria-label=${locale.text.results}>
    ${results?.hits.map(
      (hit, i) => html`<li class="vitrine-tile">
        <a
          class="vitrine-hit"
          href=${ifDefined(hitAddress(hit, page))}
          @click=${(event: MouseEvent) => select(event, hit, i)}
          >${card(options, hit, i)}</a>
        ${
          peek
            ? html`<button
                type="button"
                class="vitrine-peek"
                aria-label=${locale.text.quickViewOf(hit.title)}
                title=${locale.text.quickView}
                @click=${() => void peek(hit, i)}
              >
                ${eye}
              </button>`
            : nothing
        }
      </li>`,
    )}
  </ul>`;
}

function card(
  { layout, locale, results, card: own }: HitsOptions,
  hit: Hit,
  position: number,
): Element | TemplateResult {
  const currency = results?.currency ?? "";
  return (
    own?.(hit, { locale, currency, layout }) ??
    html`<vitrine-card
    layout=${layout === "list" ? "row" : "tile"}
    .hit=${hit}
    .locale=${locale}
    .currency=${currency}
    .later=${position >= inSight[layout]}
  ></vitrine-card>`
  );
}

/** Opens the quick view by pointer; the option's description says how the keyboard does. */
function peekMark(peek: () => void, { text }: Locale): TemplateResult {
  const press = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    peek();
  };
  return html`<span class="vitrine-peek" aria-hidden="true" title=${text.quickView} @click=${press}>${eye}</span>`;
}

/** The text field keeps the focus while options are pressed: the arrow keys go on from there. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
