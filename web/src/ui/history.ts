/**
 * Keeps a page's address and its search the same, and makes Back and Forward lead
 * through the searches.
 *
 * A choice is a step of the history. Typing is none until it is meant (submitted,
 * filtered, or a product of it chosen): until then the address follows the text,
 * and when it is meant, the step before gets the address back that it had.
 */
import type { Event } from "../core/reduce.ts";
import type { State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import { mayFilter, type Place, readPlace, writePlace } from "../core/url.ts";
import type { FacetInfo } from "../core/wire.ts";
import { ScrollMemory } from "./scroll-memory.ts";

/** How long the typing must rest before the address follows, in milliseconds: browsers stop a page that writes often. */
const rest = 400;

/** What is a step of its own; a page is one only where it takes the place of another. */
const steps: readonly Event["type"][] = ["insisted", "chose", "toggled", "ranged", "dropped", "cleared", "sorted"];

export class SearchHistory {
  readonly #store: Store;
  readonly #prefix: string;
  readonly #path = location.pathname;
  readonly #listening = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #scroll: ScrollMemory;
  /** Unknown until the engine said them. */
  #fields: readonly FacetInfo[] | undefined;
  /** The address has filters that could not be read yet. */
  #unread = false;
  #place: Place;
  /** The query string of the step that the page is on, without what is being typed. */
  #step = location.search;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, prefix: string) {
    this.#store = store;
    this.#prefix = prefix;
    this.#place = placeOf(store.state);
    this.#scroll = new ScrollMemory(store);
    const { signal } = this.#listening;
    window.addEventListener("popstate", (event) => this.#popped(event), { signal });
    window.addEventListener("pagehide", () => this.#keepUp(), { signal });
    this.#unsubscribe = store.subscribe((event) => this.#follow(event));
  }

  /** Searches for what the address says; where it says no query, for the one given. */
  async start(query: string): Promise<void> {
    this.#unread = mayFilter(location.search, this.#prefix) && !(await this.#learn());
    if (this.#listening.signal.aborted || this.#store.state.status !== "idle") return;
    const place = this.#read(location.search);
    this.#scroll.restore(history.state, () => this.#restore({ ...place, query: place.query || query }));
  }

  /** The query is meant as it stands: a step of the history. */
  commit(): void {
    if (this.#fields !== undefined) this.#commit(this.#place);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe();
    this.#listening.abort();
    this.#scroll.destroy();
  }

  #follow(event: Event): void {
    const before = this.#place;
    this.#place = placeOf(this.#store.state);
    if (this.#fields === undefined) {
      if (event.type === "answered") void this.#learn();
    } else if (steps.includes(event.type) || (event.type === "turned" && this.#store.state.paging === "pages")) {
      this.#commit(before);
      const next = this.#written(this.#place);
      if (next !== this.#step) this.#push(next);
    } else if (event.type !== "restored") {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#keepUp(), rest);
    }
  }

  /** Makes a step of what was typed since the last one. */
  #commit(place: Place): void {
    clearTimeout(this.#timer);
    const written = this.#written(place);
    const typed = place.query !== this.#read(this.#step).query;
    // More of the same results is no other search: the step itself goes on.
    if (!typed) this.#step = written;
    this.#replace(this.#step);
    if (typed) this.#push(written);
  }

  /** Lets the address follow what is typed, and the pages that are added. */
  #keepUp(): void {
    clearTimeout(this.#timer);
    if (this.#fields === undefined || this.#unread || location.pathname !== this.#path) return;
    const typed = this.#place.query !== this.#read(this.#step).query;
    const next = this.#written(this.#place);
    if (!typed) this.#step = next;
    this.#replace(next);
  }

  #popped(event: PopStateEvent): void {
    // Another page of a shop that changes its pages by script.
    if (location.pathname !== this.#path) return;
    clearTimeout(this.#timer);
    this.#step = location.search;
    this.#scroll.restore(event.state, () => this.#restore(this.#read(location.search)));
  }

  #restore(search: Place): void {
    this.#store.send({ type: "restored", search });
  }

  /** Asks the engine what the filters are; false where there is no engine. */
  async #learn(): Promise<boolean> {
    try {
      this.#fields = await this.#store.fields();
    } catch {
      return false;
    }
    if (this.#unread) this.#restore(this.#read(location.search));
    this.#unread = false;
    return true;
  }

  #read(search: string): Place {
    return readPlace(search, this.#names);
  }

  #written(place: Place): string {
    return writePlace(location.search, place, this.#names);
  }

  get #names() {
    return { prefix: this.#prefix, fields: this.#fields ?? [] };
  }

  #replace(search: string): void {
    if (search !== location.search) write("replaceState", search, history.state);
  }

  #push(search: string): void {
    this.#scroll.keep();
    write("pushState", search, this.#scroll.fresh());
    this.#step = search;
  }
}

function placeOf(state: State): Place {
  const { verbatim, filters, sort, page } = state;
  return { query: state.query.trim(), verbatim, filters, sort, page };
}

/** Browsers refuse to write too often; the address then stays behind, and the search goes on. */
function write(how: "pushState" | "replaceState", search: string, state: unknown): void {
  try {
    history[how](state, "", `${location.pathname}${search}${location.hash}`);
  } catch (error) {
    console.warn(`vitrine: the page's address could not be changed: ${(error as Error).message}`);
  }
}
