import { panelPrefix, saysQuery } from "../core/url.ts";
import type { InitOptions } from "../ui/options.ts";
import type { Missed, Widget } from "../ui/widget.ts";
import { canSearch } from "./connect.ts";
import { describe } from "./describe.ts";
import { fetchInstant } from "./instant.ts";
import { onShortcut, whenIdle, whenNear } from "./intent.ts";
import { load, loadViews } from "./load.ts";

/** The search on a text field. It may be called before its views have come. */
export interface Search {
  open(): void;
  close(): void;
  /** Takes the panel away and leaves the text field as it was found. */
  destroy(): void;
}

/**
 * A text field that waits for a shopper. The views are loaded when one comes, and are
 * told what was done meanwhile: the field is the shop's own, so nothing typed is lost.
 */
export class WaitingSearch implements Search {
  readonly #input: HTMLInputElement;
  readonly #options: InitOptions;
  /** Ends with the search, and with the waiting. */
  readonly #living = new AbortController();
  readonly #listening = new AbortController();
  #restore: (() => void) | undefined;
  #widget: Widget | undefined;
  #loading = false;
  #missed: Missed = nothingMissed;

  constructor(input: HTMLInputElement, options: InitOptions) {
    this.#input = input;
    this.#options = options;
    // Without anything that could answer, the field stays the shop's form's alone.
    if (!canSearch(options)) return;
    this.#restore = describe(input);
    const { signal } = this.#listening;
    const listen = (type: string, missed: Partial<Missed>) =>
      input.addEventListener(type, () => this.#intend(missed), { signal });
    listen("focus", {});
    listen("click", { pressed: true });
    input.addEventListener("keydown", ({ key }) => key === "ArrowDown" && this.#intend({ pressed: true }), { signal });
    listen("input", { typed: true });
    listen("compositionstart", { composing: true });
    listen("compositionend", { composing: false });
    const { keys = true, preload = "idle" } = options;
    if (keys) onShortcut(input, () => this.open(), this.#living.signal);
    if (preload !== "none") whenNear(input, () => this.#intend({}), signal);
    if (preload === "idle") whenIdle(() => this.#prepare(), signal);
    if (options.url) {
      window.addEventListener("popstate", () => this.#read(), { signal });
      this.#read();
    }
    // The shopper may have been quicker than the script.
    if (input.matches(":focus")) this.#intend({ typed: input.value !== input.defaultValue });
  }

  /** It was destroyed, or has left the field to the shop's form. */
  get ended(): boolean {
    return this.#living.signal.aborted;
  }

  open(): void {
    if (this.#widget) this.#widget.open();
    else this.#intend({ opened: true });
  }

  close(): void {
    this.#missed = { ...nothingMissed, composing: this.#missed.composing };
    this.#widget?.close();
  }

  destroy(): void {
    this.#living.abort();
    this.#listening.abort();
    this.#widget?.destroy();
    this.#widget = undefined;
    this.#restore?.();
  }

  /** Where the address says a search of the panel, that is to be seen. */
  #read(): void {
    const { urlPrefix = panelPrefix } = this.#options;
    if (saysQuery(location.search, urlPrefix)) void this.#intend({});
  }

  /** Leaves the field to the shop's form for good: every further try would fail as this one did. */
  #stepBack(reason: string): void {
    if (this.#living.signal.aborted) return;
    console.warn(`vitrine: ${reason}; the page's own search goes on alone`);
    this.destroy();
  }

  /** Loads what is small, so that the first letter finds it there. */
  #prepare(): void {
    void fetchInstant(this.#options.bundle);
    // A failure shows when the views are needed.
    loadViews(this.#options).catch(() => {});
  }

  /** Remembers what the shopper did, and loads what answers it. */
  async #intend(missed: Partial<Missed>): Promise<void> {
    this.#missed = { ...this.#missed, ...missed };
    if (this.#living.signal.aborted || this.#loading || !canSearch(this.#options)) return;
    this.#loading = true;
    this.#restore ??= describe(this.#input);
    // What is small is on its way before the engine's program.
    void fetchInstant(this.#options.bundle);
    const loaded = await load(this.#options, (reason) => this.#stepBack(reason));
    this.#loading = false;
    if (this.#living.signal.aborted) return;
    if (loaded === undefined) {
      this.#restore();
      this.#restore = undefined;
      return;
    }
    // From here on the views listen themselves.
    this.#listening.abort();
    this.#widget = loaded.views.mountPanel(this.#input, this.#options, loaded.page);
    this.#widget.catchUp(this.#missed);
  }
}

const nothingMissed: Missed = { typed: false, pressed: false, opened: false, composing: false };
