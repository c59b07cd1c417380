/**
 * Keeps a page's address and the search of its results the same, and makes Back and
 * Forward lead through the searches.
 */
import type { Store } from "../core/store.ts";
import type { Place } from "../core/url.ts";
import { ScrollMemory } from "./scroll-memory.ts";
import { Steps } from "./steps.ts";

export class SearchHistory {
  readonly #store: Store;
  readonly #path = location.pathname;
  readonly #listening = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #scroll: ScrollMemory;
  readonly #steps: Steps;

  constructor(store: Store, prefix: string) {
    this.#store = store;
    this.#scroll = new ScrollMemory(store);
    this.#steps = new Steps(store, {
      prefix,
      // Else it is another page of a shop that changes its pages by script.
      here: () => location.pathname === this.#path,
      further: () => {
        this.#scroll.keep();
        return this.#scroll.fresh();
      },
    });
    const { signal } = this.#listening;
    window.addEventListener("popstate", (event) => this.#popped(event), { signal });
    window.addEventListener("pagehide", () => this.#steps.keepUp(), { signal });
    this.#unsubscribe = store.subscribe((event) => this.#steps.follow(event));
  }

  /** Searches for what the address says; where it says no query, for the one given. */
  async start(query: string): Promise<void> {
    await this.#steps.readable();
    if (this.#listening.signal.aborted || this.#store.state.status !== "idle") return;
    const place = this.#steps.arrive();
    this.#restore(history.state, { ...place, query: place.query || query });
  }

  /** The query is meant as it stands: a step of the history. */
  commit(): void {
    this.#steps.commit();
  }

  destroy(): void {
    this.#steps.rest();
    this.#unsubscribe();
    this.#listening.abort();
    this.#scroll.destroy();
  }

  #popped(event: PopStateEvent): void {
    if (location.pathname === this.#path) this.#restore(event.state, this.#steps.arrive());
  }

  #restore(state: unknown, search: Place): void {
    this.#scroll.restore(state, () => this.#store.send({ type: "restored", search }));
  }
}
