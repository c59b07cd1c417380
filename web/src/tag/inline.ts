import type { InlineResults, ResultsOptions } from "../ui/options.ts";
import { load } from "./load.ts";

/** Results that wait for their views, and show the last query that was asked for meanwhile. */
export class WaitingResults implements InlineResults {
  readonly #into: HTMLElement;
  readonly #options: ResultsOptions;
  #query: string;
  #loading = false;
  #destroyed = false;
  #results: InlineResults | undefined;

  constructor(into: HTMLElement, options: ResultsOptions) {
    this.#into = into;
    this.#options = options;
    this.#query = options.query ?? "";
    void this.#load();
  }

  search(query: string): void {
    this.#query = query;
    if (this.#results) this.#results.search(query);
    else void this.#load();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#results?.destroy();
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    const loaded = await load(this.#options);
    this.#loading = false;
    if (loaded === undefined || this.#destroyed) return;
    const { views, page } = loaded;
    this.#results = views.mountInline(this.#into, { ...this.#options, query: this.#query }, page);
  }
}
