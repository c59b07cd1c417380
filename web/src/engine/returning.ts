/** Milliseconds between two looks for a new bundle. */
const INTERVAL = 300_000;

/**
 * Says when to look whether the shop has published another bundle: a while after the
 * last look, when the shopper comes back to the page or asks for something, and when the
 * network is there again. Nothing is asked for in a page that is only left open.
 */
export class Returning {
  readonly #look: () => void;
  readonly #interval: number;
  #looked = performance.now();

  constructor(look: () => void, interval = INTERVAL) {
    this.#look = look;
    this.#interval = interval;
    document.addEventListener("visibilitychange", this.notice);
    addEventListener("online", this.#again);
  }

  /** The shopper is here. */
  readonly notice = () => {
    if (document.visibilityState === "visible" && performance.now() - this.#looked >= this.#interval) {
      this.#again();
    }
  };

  readonly #again = () => {
    this.#looked = performance.now();
    this.#look();
  };

  end(): void {
    document.removeEventListener("visibilitychange", this.notice);
    removeEventListener("online", this.#again);
  }
}
