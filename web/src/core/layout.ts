/**
 * Whether products are laid out as a list or as a grid, which the shopper chooses
 * and the device keeps. Where its storage is blocked the choice lasts for the page.
 */
export type Layout = "list" | "grid";

/** What is needed of window.localStorage. */
type Shelf = Pick<Storage, "getItem" | "setItem">;

export class LayoutMemory {
  readonly #shelf: () => Shelf;
  readonly #key: string;

  /** Takes a way to get the storage, because asking for a blocked one throws. */
  constructor(shelf: () => Shelf, place: "panel" | "page") {
    this.#shelf = shelf;
    this.#key = `vitrine:layout:${place}`;
  }

  /** What was chosen last, if anything was. */
  recall(): Layout | undefined {
    try {
      const kept = this.#shelf().getItem(this.#key);
      return kept === "list" || kept === "grid" ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  keep(layout: Layout): void {
    try {
      this.#shelf().setItem(this.#key, layout);
    } catch {
      // It is as it was chosen until the page is left.
    }
  }
}
