/**
 * What the shopper searched for on this device. It is kept in the browser's own
 * storage, is never part of a request, and is a convenience: where the storage is
 * blocked, full or holds something else, there simply is none.
 */

/** How many searches are kept. */
export const mostRecent = 8;

/** A search of more characters is not kept: it was pasted, not thought of. */
const longest = 100;

/** What is needed of window.localStorage. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class RecentSearches {
  readonly #shelf: () => Shelf;
  readonly #key: string;

  /** Takes a way to get the storage, because asking for a blocked one throws. */
  constructor(shelf: () => Shelf, key: string) {
    this.#shelf = shelf;
    this.#key = key;
  }

  /** The searches, the last one first. */
  list(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(this.#shelf().getItem(this.#key) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isSearch).slice(0, mostRecent) : [];
    } catch {
      return [];
    }
  }

  /** Puts the search first. Searches that differ in case or spaces only are one. */
  add(query: string): readonly string[] {
    const text = query.trim().replace(/\s+/g, " ");
    if (!isSearch(text)) return this.list();
    return this.#keep([text, ...this.#others(text)].slice(0, mostRecent));
  }

  remove(query: string): readonly string[] {
    return this.#keep(this.#others(query));
  }

  clear(): readonly string[] {
    return this.#keep([]);
  }

  #others(query: string): string[] {
    return this.list().filter((kept) => kept.toLowerCase() !== query.toLowerCase());
  }

  #keep(searches: readonly string[]): readonly string[] {
    try {
      if (searches.length === 0) this.#shelf().removeItem(this.#key);
      else this.#shelf().setItem(this.#key, JSON.stringify(searches));
    } catch {
      // Nothing is kept, and the list says so.
    }
    return this.list();
  }
}

function isSearch(kept: unknown): kept is string {
  return typeof kept === "string" && kept.trim() !== "" && kept.length <= longest;
}
