/**
 * The steps that a search makes in the page's history, and the address of each.
 *
 * A choice is a step of the history. Typing is none until it is meant (submitted,
 * filtered, or a product of it chosen): until then the address follows the text,
 * and when it is meant, the step before gets the address back that it had.
 */
import type { Event } from "../core/reduce.ts";
import type { State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import { mayFilter, type Place, readPlace, type UrlNames, writePlace } from "../core/url.ts";
import type { FacetInfo } from "../core/wire.ts";

/** How long the typing must rest before the address follows, in milliseconds: browsers stop a page that writes often. */
const rest = 400;

/** What is a step of its own; a page is one only where it takes the place of another. */
const steps: readonly Event["type"][] = ["insisted", "chose", "toggled", "ranged", "dropped", "cleared", "sorted"];

/** Whose steps they are. */
export interface Walker extends Pick<UrlNames, "prefix" | "blank"> {
  /** The page is at one of the search's steps: another one's address is left alone. */
  here(): boolean;
  /** The history.state of a step that is about to be made. */
  further(): object;
}

export class Steps {
  readonly #store: Store;
  readonly #walker: Walker;
  /** Unknown until the engine said them. */
  #fields: readonly FacetInfo[] | undefined;
  /** The address has filters that could not be read yet. */
  #unread = false;
  #place: Place;
  /** The query string of the step that the page is on, without what is being typed. */
  #step = location.search;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, walker: Walker) {
    this.#store = store;
    this.#walker = walker;
    this.#place = placeOf(store.state);
  }

  /** Waits until the address can be read, as far as it ever can. */
  async readable(): Promise<void> {
    this.#unread = mayFilter(location.search, this.#walker.prefix) && !(await this.#learn());
  }

  /** What the address says, where the page is from now on. */
  arrive(): Place {
    this.rest();
    this.#step = location.search;
    return this.#read(location.search);
  }

  /** Brings the address to what the event made of the search. */
  follow(event: Event): void {
    const before = this.#place;
    this.#place = placeOf(this.#store.state);
    if (this.#outdated(event)) void this.#learn().then((learned) => learned && this.#later());
    if (this.#fields === undefined || !this.#walker.here()) return;
    if (steps.includes(event.type) || (event.type === "turned" && this.#store.state.paging === "pages")) {
      this.#commit(before);
      const next = this.#written(this.#place);
      if (next !== this.#step) this.#push(next);
    } else if (event.type !== "restored") this.#later();
  }

  #later(): void {
    this.rest();
    this.#timer = setTimeout(() => this.keepUp(), rest);
  }

  /** The query is meant as it stands: a step of the history. */
  commit(): void {
    if (this.#fields !== undefined && this.#walker.here()) this.#commit(this.#place);
  }

  /** Lets the address follow what is typed, and the pages that are added. */
  keepUp(): void {
    this.rest();
    if (this.#fields === undefined || this.#unread || !this.#walker.here()) return;
    const next = this.#written(this.#place);
    if (!this.#typed(this.#place)) this.#step = next;
    this.#replace(next);
  }

  /** Makes a step of what is searched for now, but for a text that is being typed. */
  begin(typing: boolean): void {
    const place = placeOf(this.#store.state);
    this.#push(this.#written(typing ? { ...place, query: "" } : place));
  }

  /** Takes the search out of the address. */
  erase(): void {
    this.rest();
    this.#replace(this.#written(undefined));
  }

  /** Writes nothing until something happens. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  /** Makes a step of what was typed since the last one. */
  #commit(place: Place): void {
    this.rest();
    const written = this.#written(place);
    const typed = this.#typed(place);
    // More of the same results is no other search: the step itself goes on.
    if (!typed) this.#step = written;
    this.#replace(this.#step);
    if (typed) this.#push(written);
  }

  /** The query is another one than the step's. A panel that was only opened was no search yet. */
  #typed({ query }: Place): boolean {
    const before = this.#read(this.#step).query;
    return query !== before && !(this.#walker.blank && before === "");
  }

  /** The fields are not known, or no longer: the shop may publish another bundle meanwhile. */
  #outdated({ type }: Event): boolean {
    const { results, error } = this.#store.state;
    const fields = this.#fields;
    if (type === "failed") return fields !== undefined && error?.code === "bad_request";
    if (type !== "answered") return false;
    const known = (info: FacetInfo) => fields?.some(({ field, kind }) => field === info.field && kind === info.kind);
    return fields === undefined || results?.facetOrder.every(known) === false;
  }

  /** Asks the engine what the filters are; false where there is no engine. */
  async #learn(): Promise<boolean> {
    let fields: readonly FacetInfo[];
    try {
      fields = await this.#store.fields();
    } catch {
      return false;
    }
    const place = placeOf(this.#store.state);
    const names = Object.keys(place.filters).filter((name) => fields.some(({ field }) => field === name));
    const filters = Object.fromEntries(names.map((name) => [name, place.filters[name] ?? []]));
    const lost = names.length < Object.keys(place.filters).length;
    // As long as the old fields are known, the address can be freed of them.
    if (lost && this.#walker.here()) {
      this.#step = this.#written({ ...place, filters });
      this.#replace(this.#step);
    }
    this.#fields = fields;
    if (this.#unread) this.#restore(this.#read(location.search));
    else if (lost) this.#restore({ ...place, filters });
    this.#unread = false;
    return true;
  }

  #restore(search: Place): void {
    this.#store.send({ type: "restored", search });
  }

  #read(search: string): Place {
    return readPlace(search, this.#names);
  }

  #written(place: Place | undefined): string {
    return writePlace(location.search, place, this.#names);
  }

  get #names(): UrlNames {
    const { prefix, blank = false } = this.#walker;
    return { prefix, blank, fields: this.#fields ?? [] };
  }

  #replace(search: string): void {
    if (search !== location.search) write("replaceState", search, history.state);
  }

  #push(search: string): void {
    write("pushState", search, this.#walker.further());
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
