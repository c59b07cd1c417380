/** Draws a view anew whenever its store changes, for as long as it is on a page. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Store } from "../core/store.ts";

export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { store: Store };
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & { store: Store }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.#host.store.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
