/**
 * The elements of a page that show one search: those with the same `group`.
 *
 * Frameworks take elements away and put them back in one go, and a page's elements
 * come one after the other; so a group looks around once per turn, when all is in
 * place, and ends when its last element has gone.
 */
import type { Filters } from "../core/state.ts";
import { load } from "../tag/load.ts";
import type { Piece, SharedOptions } from "../ui/options.ts";
import type { Shared } from "../ui/shared.ts";
import { sharedOptions } from "./attributes.ts";

/** An element as its group sees it. */
export interface Member extends HTMLElement {
  /** What it shows: the field, the results, or a piece of what is around them. */
  readonly kind: string;
  readonly scope: Filters | undefined;
  readonly query: string | undefined;
  /** Shows the group's search; without one, nothing. */
  show(group: Group): void;
  /** Takes away what was shown. */
  clear(): void;
}

/** What of the loaded views draws a group. */
export interface Views {
  mountField(input: HTMLInputElement, shared: Shared, arrive: () => void): () => void;
  mountResults(place: HTMLElement, shared: Shared, elsewhere: ReadonlySet<Piece>): () => void;
  mountPiece(place: HTMLElement, piece: Piece, shared: Shared): () => void;
}

const groups = new Map<string, Group>();

/** The group of the name, which is made with its first element. */
export function groupOf(name: string): Group {
  const group = groups.get(name) ?? new Group(name);
  groups.set(name, group);
  return group;
}

export class Group {
  readonly #name: string;
  readonly #members = new Set<Member>();
  #waiting = false;
  /** What the search was opened with; another one is opened when that changes. */
  #opened = "";
  /** The number of the newest look around; what an older one waited for is too late. */
  #turn = 0;
  views: Views | undefined;
  shared: Shared | undefined;
  options: SharedOptions = { bundle: "" };

  constructor(name: string) {
    this.#name = name;
  }

  /** Its elements, in the order of the page. */
  get members(): readonly Member[] {
    const order = (a: Node, b: Node) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    return [...this.#members].sort(order);
  }

  has(kind: string): boolean {
    return [...this.#members].some((member) => member.kind === kind);
  }

  join(member: Member): void {
    this.#members.add(member);
    this.changed();
  }

  leave(member: Member): void {
    this.#members.delete(member);
    this.changed();
  }

  /** Looks around when all that happens in this turn has happened. */
  changed(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      void this.#update();
    });
  }

  async #update(): Promise<void> {
    const turn = ++this.#turn;
    const { members } = this;
    if (members.length === 0) return this.#end();
    const scope = members.find((member) => member.scope !== undefined)?.scope;
    this.options = { ...sharedOptions(members, this.#name), ...(scope === undefined ? {} : { scope }) };
    if (this.options.bundle === "") {
      console.error("vitrine: no element of the page says its bundle", members[0]);
      return;
    }
    // A field alone waits for a shopper; its results open in a panel.
    if (!this.has("results")) this.#close();
    else if (!(await this.#open(turn))) return;
    for (const member of this.members) member.show(this);
  }

  /** Opens the search that the options describe; false where something newer is on its way. */
  async #open(turn: number): Promise<boolean> {
    const wanted = JSON.stringify(this.options);
    if (this.shared && wanted === this.#opened) return true;
    const loaded = await load({ url: true, ...this.options });
    if (loaded === undefined || turn !== this.#turn) return false;
    this.#close();
    this.views = loaded.views;
    this.#opened = wanted;
    this.shared = loaded.views.openShared(this.options, loaded.page);
    this.shared.start(this.members.find((member) => member.query !== undefined)?.query ?? "");
    return true;
  }

  #close(): void {
    if (this.shared === undefined) return;
    for (const member of this.#members) member.clear();
    this.shared.destroy();
    this.shared = undefined;
  }

  #end(): void {
    this.#close();
    groups.delete(this.#name);
  }
}
