/**
 * Keeps the panel and the page's address the same: the panel is open where the address
 * says a query for it, if an empty one, and only there.
 *
 * To open it is a step of the history, so that Back leads through its searches and then
 * closes it. To close it otherwise goes back over all of its steps, so that none is left
 * before the page. How many they are is kept in history.state, beside what the page's own
 * scripts keep there; who came by a link has none.
 */
import type { Event as StoreEvent } from "../core/reduce.ts";
import type { Store } from "../core/store.ts";
import { saysQuery } from "../core/url.ts";
import { Steps } from "./steps.ts";

/** How long is waited for the browser to have gone back, and for a press to lead elsewhere, in milliseconds. */
const patience = 500;
const moment = 100;

export class PanelHistory {
  readonly #store: Store;
  readonly #prefix: string;
  readonly #focus: () => void;
  readonly #steps: Steps;
  readonly #listening = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #scrolling = history.scrollRestoration;
  #open = false;
  /** The browser is going back over the steps of a panel that was closed. */
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** `focus` gives the focus to the text field of a panel that the address opens. */
  constructor(store: Store, prefix: string, focus: () => void) {
    this.#store = store;
    this.#prefix = prefix;
    this.#focus = focus;
    this.#steps = new Steps(store, {
      prefix,
      blank: true,
      here: () => this.#said && this.#leaving === undefined,
      further: () => ({ ...contentOf(history.state), [key]: stepsIn(history.state) + 1 }),
    });
    const { signal } = this.#listening;
    window.addEventListener("popstate", () => this.#popped(), { signal });
    window.addEventListener("pagehide", () => this.#steps.keepUp(), { signal });
    // A page that the browser has kept shows what its address says now.
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#arrive(), { signal });
    this.#unsubscribe = store.subscribe((event) => this.#follow(event));
    void this.#start();
  }

  /**
   * The page is to be left for a product, whose link was pressed, or for the shop's results:
   * the panel stays, so that Back finds it, and closes if the page's own scripts hold the
   * page where it is. False where the panel has no step to be found at.
   */
  leave(press?: Event): boolean {
    if (!this.#said) return false;
    this.#steps.commit();
    const leading = press?.composedPath().some((at) => at instanceof HTMLAnchorElement && at.href !== "");
    const ways = press !== undefined && leading ? [press] : [];
    const watching = new AbortController();
    window.addEventListener("submit", (event) => ways.push(event), { signal: watching.signal, capture: true });
    setTimeout(() => {
      watching.abort();
      const going = ways.some(({ defaultPrevented }) => !defaultPrevented);
      if (!going || !this.#said) this.#close();
    }, moment);
    return true;
  }

  /** The back gesture, which browsers give to a modal dialog before the page: a step back. */
  readonly stepBack = (event: Event): void => {
    event.preventDefault();
    // A browser may insist on closing the dialog; where no step is the panel's, there is none to go back to.
    if (event.cancelable && this.#said && stepsIn(history.state) > 0) history.back();
    else this.#close();
  };

  destroy(): void {
    this.#unsubscribe();
    this.#listening.abort();
    clearTimeout(this.#leaving);
    this.#steps.rest();
    if (this.#said) this.#steps.erase();
    history.scrollRestoration = this.#scrolling;
  }

  get #said(): boolean {
    return saysQuery(location.search, this.#prefix);
  }

  async #start(): Promise<void> {
    if (!this.#said) return;
    await this.#steps.readable();
    // The shopper may have been quicker.
    if (!this.#listening.signal.aborted && this.#store.state.status === "idle") this.#arrive();
  }

  #follow(event: StoreEvent): void {
    const before = this.#open;
    this.#open = this.#store.state.open;
    if (this.#open) {
      this.#steps.follow(event);
      if (!before) this.#opened(event.type === "typed");
    } else if (before) this.#closed();
  }

  #opened(typing: boolean): void {
    // The page stays where it is scrolled to, behind the panel and when that is gone.
    history.scrollRestoration = "manual";
    if (!this.#said) this.#steps.begin(typing);
  }

  #closed(): void {
    this.#steps.rest();
    if (!this.#said) return;
    const back = stepsIn(history.state);
    if (back === 0) this.#gone();
    else {
      this.#leaving = setTimeout(() => this.#gone(), patience);
      history.go(-back);
    }
  }

  /** The page is where the panel was opened; who came by a link has its address there still. */
  #gone(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
    history.scrollRestoration = this.#scrolling;
    if (this.#said) this.#steps.erase();
    // The shopper may be back already.
    if (this.#store.state.open) this.#opened(false);
  }

  #popped(): void {
    if (this.#leaving === undefined) this.#arrive();
    else this.#gone();
  }

  /** Opens or closes the panel, and searches, as the address says. */
  #arrive(): void {
    if (!this.#said) {
      this.#close();
      return;
    }
    const search = this.#steps.arrive();
    const before = this.#open;
    this.#store.send({ type: "restored", search });
    this.#store.send({ type: "opened" });
    if (!before) this.#focus();
  }

  #close(): void {
    this.#store.send({ type: "closed" });
    if (!this.#said) history.scrollRestoration = this.#scrolling;
  }
}

const key = "vitrinePanel";

function contentOf(state: unknown): Record<string, unknown> {
  return state !== null && typeof state === "object" ? (state as Record<string, unknown>) : {};
}

/** How many steps of the panel lead to the one with this history.state. */
function stepsIn(state: unknown): number {
  const steps = contentOf(state)[key];
  return Number.isInteger(steps) ? Number(steps) : 0;
}
