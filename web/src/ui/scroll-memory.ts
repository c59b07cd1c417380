/**
 * Where each step of the history was scrolled to. Browsers scroll back before the
 * results are there, so the page does it itself, when they are. The position is
 * kept in history.state, beside what the page's own scripts keep there.
 */
import type { Store } from "../core/store.ts";

/** How long the scrolling must rest before its position is kept, in milliseconds. */
const rest = 250;

export class ScrollMemory {
  readonly #store: Store;
  readonly #listening = new AbortController();
  readonly #before = history.scrollRestoration;
  #unsubscribe: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Going back to a position: what is scrolled to meanwhile is not the shopper's. */
  #restoring = false;

  constructor(store: Store) {
    this.#store = store;
    history.scrollRestoration = "manual";
    const { signal } = this.#listening;
    const later = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.keep(), rest);
    };
    window.addEventListener("scroll", later, { signal, passive: true });
    window.addEventListener("pagehide", () => this.keep(), { signal });
    // Whoever scrolls is not scrolled back.
    const giveUp = () => this.#settled();
    for (const type of ["wheel", "touchmove", "keydown"] as const) {
      window.addEventListener(type, giveUp, { signal, passive: true });
    }
  }

  /** Keeps where the page is scrolled to with the step that it is on. */
  keep(): void {
    clearTimeout(this.#timer);
    if (this.#restoring || positionIn(history.state) === scrollY) return;
    try {
      history.replaceState({ ...contentOf(history.state), [key]: scrollY }, "");
    } catch {
      // Browsers refuse to write too often; the next position is kept again.
    }
  }

  /** What the next step's history.state begins with: the page's own part of it. */
  fresh(): object {
    const { [key]: _, ...rest } = contentOf(history.state);
    return rest;
  }

  /** Changes the search and scrolls to where its step was, once its results are drawn. */
  restore(state: unknown, change: () => void): void {
    this.#settled();
    clearTimeout(this.#timer);
    const position = positionIn(state);
    this.#restoring = position !== undefined;
    change();
    if (position === undefined) return;
    const arrived = () => {
      if (this.#store.state.status === "loading") return;
      this.#unsubscribe();
      // The views draw in a microtask, and are laid out in the frame after it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (this.#restoring) scrollTo({ top: position, behavior: "instant" });
          this.#restoring = false;
        }),
      );
    };
    this.#unsubscribe = this.#store.subscribe(arrived);
    arrived();
  }

  destroy(): void {
    this.#settled();
    clearTimeout(this.#timer);
    this.#listening.abort();
    history.scrollRestoration = this.#before;
  }

  #settled(): void {
    this.#unsubscribe();
    this.#restoring = false;
  }
}

const key = "vitrineScroll";

function contentOf(state: unknown): Record<string, unknown> {
  return state !== null && typeof state === "object" ? (state as Record<string, unknown>) : {};
}

function positionIn(state: unknown): number | undefined {
  const position = contentOf(state)[key];
  return typeof position === "number" ? position : undefined;
}
