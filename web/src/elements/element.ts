/** What the elements have in common: they join their group while they are on a page. */
import type { Filters } from "../core/state.ts";
import { sharedAttributes } from "./attributes.ts";
import { type Group, groupOf, type Member } from "./group.ts";

/** Pages are also rendered where there are no elements; there the classes are only named. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? class {};

export abstract class VitrineElement extends Base implements Member {
  static readonly observedAttributes: readonly string[] = ["group", "query", ...sharedAttributes];

  abstract readonly kind: string;
  #group: Group | undefined;
  #scope: Filters | undefined;
  /** How to take away what is shown, while something is. */
  #shown: (() => void) | undefined;
  #shownAs: unknown;

  /** Filters of the page itself, such as its category: always on, never shown as chosen. */
  get scope(): Filters | undefined {
    return this.#scope;
  }

  set scope(scope: Filters | undefined) {
    this.#scope = scope;
    this.#group?.changed();
  }

  /** The first query, where the page's address says none. */
  get query(): string | undefined {
    return this.getAttribute("query") ?? undefined;
  }

  set query(query: string | undefined) {
    if (query === undefined) this.removeAttribute("query");
    else this.setAttribute("query", query);
  }

  /** Searches, as if the shopper had typed the text and meant it. */
  search(text: string): void {
    this.#group?.shared?.search(text);
    this.#group?.shared?.commit();
  }

  connectedCallback(): void {
    // A property that was set before the element was known hides the accessor.
    if (Object.hasOwn(this, "scope")) {
      const { scope } = this;
      Reflect.deleteProperty(this, "scope");
      this.scope = scope;
    }
    this.#group = groupOf(this.getAttribute("group") ?? "");
    this.#group.join(this);
  }

  disconnectedCallback(): void {
    const group = this.#group;
    this.#group = undefined;
    group?.leave(this);
    // Where the element is only moved, it is shown again from the beginning.
    this.clear();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (this.#group === undefined || before === now) return;
    if (name === "group") {
      this.disconnectedCallback();
      this.connectedCallback();
    } else this.#group.changed();
  }

  show(group: Group): void {
    const as = this.shownAs(group);
    if (this.#shown && as === this.#shownAs) return;
    this.clear();
    this.#shownAs = as;
    this.#shown = this.draw(group);
  }

  clear(): void {
    this.#shown?.();
    this.#shown = undefined;
  }

  /** What is drawn again when it changes. */
  protected abstract shownAs(group: Group): unknown;

  /** Draws the group's search; returns how to take it away. */
  protected abstract draw(group: Group): (() => void) | undefined;
}
