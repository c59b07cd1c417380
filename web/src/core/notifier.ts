/**
 * Tells a page what its shoppers do, from how a store's state changes.
 *
 * A search is told once it has settled: when its answer is there and nothing was
 * changed for a while, or when the shopper goes on by choosing a product or closing
 * the panel, as by sending the text off. So "desk lamp" is one search and not nine.
 */
import type { Filters, Sort, State } from "./state.ts";
import type { Store } from "./store.ts";
import type { Hit, Understood } from "./wire.ts";

/** A search whose answer the shopper has had time to see. */
export interface SearchDetail {
  readonly query: string;
  /** What was searched for in place of it, where a word was corrected. */
  readonly corrected?: string;
  readonly total: number;
  /** The filters that were chosen, by field. */
  readonly filters: Filters;
  /** The filters that were read out of the query's words. */
  readonly understood: readonly Understood[];
  readonly sort: Sort;
  /** The hits that are shown. */
  readonly hits: readonly Hit[];
  /** The ISO 4217 code of their prices. */
  readonly currency: string;
  /** From the request to its answer, in milliseconds, with all that had to be loaded. */
  readonly ms: number;
}

/** What is told, by name. */
export interface Notifications {
  open: { readonly query: string };
  close: { readonly query: string };
  search: SearchDetail;
  noresults: SearchDetail;
  filter: { readonly query: string; readonly filters: Filters };
  sort: { readonly query: string; readonly sort: Sort };
  error: { readonly query: string; readonly code: string; readonly message: string };
}

export type Tell = <Name extends keyof Notifications>(name: Name, detail: Notifications[Name]) => void;

/** How long a search must stay as it is to count, in milliseconds: longer than a pause between words. */
export const settling = 800;

export class Notifier {
  readonly #store: Store;
  readonly #tell: Tell;
  readonly #unsubscribe: () => void;
  #before: State;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #ms = 0;
  /** The search that was told last. */
  #told = "";

  constructor(store: Store, tell: Tell) {
    this.#store = store;
    this.#tell = tell;
    this.#before = store.state;
    this.#unsubscribe = store.subscribe(() => this.#changed());
  }

  stop(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  /** Tells the search that is shown without waiting: the shopper goes on from it. */
  settle(): void {
    clearTimeout(this.#timer);
    const { state } = this.#store;
    const { query, filters, sort, verbatim, results } = state;
    const search = JSON.stringify([query, filters, sort, verbatim]);
    const answered = state.status === "ready" && results?.query === query;
    if (!answered || search === this.#told) return;
    this.#told = search;
    // Everything there is was not searched for.
    if (query.trim() === "" && Object.keys(filters).length === 0) return;
    const detail: SearchDetail = {
      query,
      ...(results.corrected === undefined ? {} : { corrected: results.corrected }),
      total: results.total,
      filters,
      understood: results.understood,
      sort,
      hits: results.hits,
      currency: results.currency,
      ms: this.#ms,
    };
    this.#tell("search", detail);
    if (results.total === 0) this.#tell("noresults", detail);
  }

  #changed(): void {
    const before = this.#before;
    const now = this.#store.state;
    this.#before = now;
    const { query, filters, sort } = now;
    // A request that puts what is shown in order anew leaves the status as it is.
    if (now.request !== before.request && now.status === "loading") {
      clearTimeout(this.#timer);
      this.#asked = performance.now();
    }
    if (now.status !== before.status) this.#answered(now);
    if (filters !== before.filters && JSON.stringify(filters) !== JSON.stringify(before.filters)) {
      this.#tell("filter", { query, filters });
    }
    if (sort !== before.sort) this.#tell("sort", { query, sort });
    if (now.open === before.open) return;
    if (!now.open) this.settle();
    this.#tell(now.open ? "open" : "close", { query });
  }

  #answered({ status, query, error }: State): void {
    if (status === "error" && error !== null) this.#tell("error", { query, ...error });
    if (status !== "ready") return;
    this.#ms = performance.now() - this.#asked;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), settling);
  }
}
