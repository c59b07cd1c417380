/**
 * What stands below the hits: the way to further ones, and how many are shown.
 *
 * By scrolling, further hits come by themselves for a few pages, then a button asks:
 * the foot of the shop's page can be reached, and who saves data is always asked.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { canExtend, isComplete, lastPage, pagesAround } from "../core/paging.ts";
import type { Results, State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Locale } from "../i18n/locale.ts";
import { back } from "./icons.ts";

interface PagerOptions {
  readonly store: Store;
  readonly locale: Locale;
  readonly results: Results;
  turn(page: number): void;
}

export function foot(view: PagerOptions): TemplateResult {
  const { locale, results, store } = view;
  const { status, paging, limit } = store.state;
  const { offset, hits, total } = results;
  const last = locale.number(offset + hits.length);
  const shown = offset === 0 ? last : locale.text.between(locale.number(offset + 1), last);
  const failed = status === "error";
  // Where one page holds all, their number above says it.
  const counted = total > limit;
  return html`<div class="foot">
    ${failed || results.missing ? html`<p role="alert">${locale.text.failedMore}</p>${again(view)}` : nothing}
    ${failed ? nothing : paging === "pages" ? pages(view) : more(view)}
    ${counted ? html`<p class="shown" part="shown">${locale.text.shown(shown, locale.number(total))}</p>` : nothing}
  </div>`;
}

function again({ store, locale }: PagerOptions): TemplateResult {
  return html`<button type="button" class="button" part="more" @click=${() => store.send({ type: "retried" })}>
    ${locale.text.tryAgain}
  </button>`;
}

function more({ store, locale, results }: PagerOptions): TemplateResult | typeof nothing {
  const { state } = store;
  const extending = state.more && state.status === "loading";
  if (isComplete(results) || !(canExtend(state) || extending)) return nothing;
  return html`<button type="button" class="button" part="more" @click=${() => store.send({ type: "extended" })}>
    ${locale.text.showMore}
  </button>`;
}

function pages({ store, locale, results, turn }: PagerOptions): TemplateResult | typeof nothing {
  const { text } = locale;
  const { page, limit } = store.state;
  const last = lastPage(results, limit);
  if (last === 1) return nothing;
  const step = (to: number, label: string, side: string) => html`<li>
    <button type="button" class="page ${side}" part="page" aria-label=${label} ?disabled=${to < 1 || to > last} @click=${() => turn(to)}>
      ${back}
    </button>
  </li>`;
  const number = (at: number | null) =>
    at === null
      ? html`<li class="gap" aria-hidden="true">…</li>`
      : html`<li>
          <button
            type="button"
            class="page"
            part="page"
            aria-label=${text.page(locale.number(at))}
            aria-current=${at === page ? "page" : nothing}
            @click=${() => turn(at)}
          >
            ${locale.number(at)}
          </button>
        </li>`;
  return html`<nav aria-label=${text.pages}>
    <ul class="pages">
      ${step(page - 1, text.previousPage, "previous")}${pagesAround(page, last, 1).map(number)}${step(page + 1, text.nextPage, "next")}
    </ul>
  </nav>`;
}

/** How many pages come by themselves before the button asks. */
const pagesAtOnce = 4;

/**
 * How far outside the foot may be, in pixels, for the next hits to be fetched: soon
 * in sight below, or passed by, as where the filters are longer than the hits.
 */
const near = "100000px 0px 600px";

interface Scrolled extends ReactiveControllerHost, HTMLElement {
  readonly store: Store;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Asks for the next page when the foot comes near. */
export class Scrolling implements ReactiveController {
  readonly #host: Scrolled;
  #observer: IntersectionObserver | undefined;
  #seen: State["results"] = null;

  constructor(host: Scrolled) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#seen = null;
  }

  /** Watches anew after every answer, because a foot that stays in sight is not told of twice. */
  hostUpdated(): void {
    const { state } = this.#host.store;
    if (state.paging !== "infinite" || state.results === this.#seen) return;
    this.#seen = state.results;
    this.#observer?.disconnect();
    const end = this.#host.renderRoot.querySelector(".foot");
    if (end === null || state.page % pagesAtOnce === 0 || savesData()) return;
    const scroller = end.closest(".scroller");
    const root = scroller !== null && getComputedStyle(scroller).overflowY !== "visible" ? scroller : null;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#host.store.send({ type: "extended" });
      },
      { root, rootMargin: near },
    );
    this.#observer.observe(end);
  }
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}
