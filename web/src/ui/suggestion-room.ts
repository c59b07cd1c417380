/**
 * Suggestions stand above the hits. Those that come soon after a key take what room
 * they need, for then everything is new; those that come late take the room that the
 * ones before them had, or else they would push away the hit that is about to be
 * pressed. Those that do not fit are reached by the arrow keys, and with the next key.
 */
import type { State } from "../core/state.ts";

/** How long after a key the hits may move, in milliseconds; browsers count what moves after 500. */
const soon = 400;

export class SuggestionRoom {
  readonly #panel: HTMLElement;
  #query: string | undefined;
  #asked = 0;
  #shown: State["suggestions"] = [];
  /** The height that is kept until the next key. */
  #height = "";

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  /** Runs the function, which draws the state. */
  draw({ query, suggestions }: State, render: () => void): void {
    const now = performance.now();
    if (query !== this.#query || query === "") {
      this.#height = "";
      if (query !== this.#query) this.#asked = now;
    } else if (suggestions !== this.#shown && now - this.#asked > soon) {
      this.#height ||= `${this.#groups?.getBoundingClientRect().height ?? 0}px`;
    }
    this.#query = query;
    this.#shown = suggestions;
    render();
    if (this.#groups) this.#groups.style.blockSize = this.#height;
  }

  get #groups(): HTMLElement | null {
    return this.#panel.querySelector(".vitrine-groups");
  }
}
