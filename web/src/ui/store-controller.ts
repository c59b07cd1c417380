/**
 * Draws a view anew when its store changes, for as long as it is on a page.
 *
 * A key changes the store three times: the text is there, then the hits, then the
 * suggestions. Drawn each time, the first would keep the page busy while the answers
 * come, and the next two would be two frames; so what a key finds is drawn once, when
 * all of it is there, or after a while what is.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Event } from "../core/reduce.ts";
import type { State } from "../core/state.ts";
import type { Store } from "../core/store.ts";

/** How long what was shown may stay after a key, in milliseconds: three frames. */
const patience = 50;

interface Drawn extends ReactiveControllerHost {
  readonly store: Store;
  /** Is told of every change, and of every drawing. */
  noticed?(): void;
}

export class StoreController implements ReactiveController {
  readonly #host: Drawn;
  #unsubscribe: (() => void) | undefined;
  /** Runs while the answers to a key are waited for. */
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** What was drawn last. */
  #drawn: State | undefined;

  constructor(host: Drawn) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.#host.store.subscribe((event) => this.#changed(event));
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    clearTimeout(this.#waiting);
  }

  hostUpdated(): void {
    this.#drawn = this.#host.store.state;
    this.#host.noticed?.();
  }

  #changed({ type }: Event): void {
    this.#host.noticed?.();
    if (type === "typed" && this.#canWait()) {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#draw(), patience);
    } else if (this.#waiting === undefined || !isAnswer(type) || !this.#host.store.awaits) this.#draw();
  }

  #draw(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#host.requestUpdate();
  }

  /** Until its answers come, the text changes nothing of what is shown. */
  #canWait(): boolean {
    const { store } = this.#host;
    const { open, results } = store.state;
    return store.awaits && results !== null && this.#drawn?.open === open && this.#drawn.active < 0;
  }
}

function isAnswer(type: Event["type"]): boolean {
  return type === "answered" || type === "suggested";
}
