/**
 * The one place where a state lives and where its requests go out.
 *
 * A store takes a way to get an engine, not an engine: opening one costs a
 * download, so it happens with the first request, and again after a failure.
 */
import { beginning, type Found } from "./answer.ts";
import { isPlain } from "./anticipate.ts";
import type { Swatches } from "./colours.ts";
import { failureOf } from "./failure.ts";
import { type Chip, toWire } from "./filters.ts";
import { type InstantTable, instantAnswer } from "./instant.ts";
import type { RecentSearches } from "./recent.ts";
import { type Event, reduce } from "./reduce.ts";
import { requestOf } from "./request.ts";
import { type Filters, initialState, type Paging, type State } from "./state.ts";
import { foundNothing, noWays, waysOn } from "./ways.ts";
import type {
  Explanation,
  FacetInfo,
  Health,
  SearchRequest,
  Suggestion,
  SuggestRequest,
  SuggestResponse,
} from "./wire.ts";

/** What the store needs of an engine: one page of products for a request, suggestions, and its fields. */
export interface Searcher {
  suggest?(request: SuggestRequest, options: { signal: AbortSignal }): Promise<SuggestResponse>;
  search(request: SearchRequest, options: { signal: AbortSignal }): Promise<Found>;
  health?(): Promise<Pick<Health, "fields">>;
  /** Settles when answers are by both stages of the ranking, if they ever are. */
  readonly completed?: Promise<void>;
  /** Names the bundle as an {@link InstantTable} does. */
  readonly bundle?: string | undefined;
}

export interface StoreOptions {
  /** Hits per page, 1 to 100. */
  limit: number;
  /** How further hits are reached; on demand by default. */
  paging?: Paging | undefined;
  /** Filters of the place itself (a category's page): always on, never shown as chosen. */
  scope?: Filters;
  /** The shop's own colours for its swatches. */
  swatches?: Swatches | undefined;
  /** So many suggestions for what is typed; none by default. */
  suggestions?: number;
  /** Keeps what was searched for; by default nothing is kept. */
  recent?: RecentSearches | undefined;
  /** Answers to the first letters, until the engine is there; by default nothing is known before. */
  instant?: (() => Promise<InstantTable | undefined>) | undefined;
}

export class Store {
  #state: State;
  readonly scope: Filters;
  readonly swatches: Swatches;
  readonly #connect: () => Promise<Searcher>;
  readonly #listeners = new Set<(event: Event) => void>();
  #engine: Promise<Searcher> | undefined;
  #pending: AbortController | undefined;
  #suggesting: AbortController | undefined;
  readonly #suggestions: number;
  readonly #recent: RecentSearches | undefined;
  readonly #instant: StoreOptions["instant"];
  /** The bundle whose table has answered. */
  #anticipated: string | undefined;
  /** The engine is there. */
  #opened = false;
  #ended = false;

  constructor(connect: () => Promise<Searcher>, options: StoreOptions) {
    this.#connect = connect;
    this.scope = options.scope ?? {};
    this.swatches = options.swatches ?? {};
    this.#suggestions = options.suggestions ?? 0;
    this.#recent = options.recent;
    this.#instant = options.instant;
    this.#state = { ...initialState(options.limit, options.paging), recent: options.recent?.list() ?? [] };
  }

  get state(): State {
    return this.#state;
  }

  /** Hits or suggestions are still to come. */
  get awaits(): boolean {
    return this.#state.status === "loading" || this.#suggesting !== undefined;
  }

  /** Calls the listener after every change with what made it, until the returned function is called. */
  subscribe(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send(event: Event): void {
    if (this.#ended) return;
    const previous = this.#state;
    this.#state = reduce(previous, event);
    if (this.#state === previous) return;
    if (this.#state.request !== previous.request) void this.#request();
    const began = event.type === "opened" && this.#state.request !== previous.request;
    if (this.#state.query !== previous.query || began) void this.#suggest(began || event.type === "typed");
    for (const listener of this.#listeners) listener(event);
  }

  /** Nobody looks at it any more: what is under way is given up, and nothing is asked for again. */
  end(): void {
    this.#ended = true;
    this.#listeners.clear();
    this.#pending?.abort();
    this.#suggesting?.abort();
  }

  /** Gets the engine ready before the first request, because one is likely. */
  prepare(): void {
    // A failure shows when a request needs the engine; until then nobody asked.
    this.#connected().catch(() => undefined);
  }

  /** What can be filtered on, which the engine knows. */
  async fields(): Promise<readonly FacetInfo[]> {
    const health = await (await this.#connected()).health?.();
    return health?.fields ?? [];
  }

  /** Keeps the query: it was submitted, or led to a product. */
  remember(): void {
    if (this.#recent) this.send({ type: "remembered", recent: this.#recent.add(this.#state.query) });
  }

  /** Forgets one recent search, or all of them. */
  forget(query?: string): void {
    if (!this.#recent) return;
    const recent = query === undefined ? this.#recent.clear() : this.#recent.remove(query);
    this.send({ type: "remembered", recent });
  }

  /** Reads the recent searches again, which another tab may have changed. */
  recall(): void {
    const recent = this.#recent?.list() ?? [];
    if (recent.join("\n") !== this.#state.recent.join("\n")) this.send({ type: "remembered", recent });
  }

  /** Why the hit at the place was found; undefined where the engine cannot say. */
  async explain(id: string, position: number): Promise<Explanation | undefined> {
    const { results } = this.#state;
    if (results === null) return undefined;
    const { stages, offset } = results;
    const page = { offset: offset + position, limit: 1, stages, explain: true };
    try {
      const engine = await this.#connected();
      const wanted = { ...requestOf(this.#state, this.scope), ...page };
      const { hits } = await engine.search(wanted, { signal: new AbortController().signal });
      return hits.find((hit) => hit.id === id)?.explanation;
    } catch {
      return undefined;
    }
  }

  /** Suggestions are a convenience: where they fail there are none. */
  async #suggest(wanted: boolean): Promise<void> {
    this.#suggesting?.abort();
    this.#suggesting = undefined;
    if (!wanted || this.#suggestions === 0) return;
    const { query } = this.#state;
    const suggesting = new AbortController();
    this.#suggesting = suggesting;
    const suggestions = await this.#suggestionsFor(query, suggesting.signal);
    if (this.#suggesting !== suggesting) return;
    this.#suggesting = undefined;
    this.send({ type: "suggested", query, suggestions });
  }

  async #suggestionsFor(query: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    try {
      const engine = await this.#connected();
      const request = { query, limit: this.#suggestions, no_products: true };
      return signal.aborted ? [] : ((await engine.suggest?.(request, { signal }))?.suggestions ?? []);
    } catch {
      return [];
    }
  }

  /** Shows what the table knows of the text, if the engine is not there before it. */
  async #anticipate(): Promise<void> {
    const { request, query } = this.#state;
    const table = await this.#instant?.();
    const answer = table && !this.#opened ? instantAnswer(table, query) : undefined;
    if (answer === undefined) return;
    this.#anticipated = table?.bundle;
    this.send({ type: "anticipated", request, answer });
  }

  async #request(): Promise<void> {
    const { request } = this.#state;
    if (!this.#opened && isPlain(this.#state, this.scope)) void this.#anticipate();
    this.#pending?.abort();
    const pending = new AbortController();
    this.#pending = pending;
    const wanted = requestOf(this.#state, this.scope);
    try {
      const engine = await this.#connected();
      if (pending.signal.aborted) return;
      const { signal } = pending;
      const whole = engine.search(wanted, { signal });
      void beginning(this.#state, whole, wanted, engine, signal).then((first) => {
        if (first) this.send({ type: "began", request, response: first });
      });
      const response = await whole;
      this.send({ type: "answered", request, response });
      if (request === this.#state.request && foundNothing(this.#state)) await this.#tryWays(engine, pending.signal);
    } catch (thrown) {
      this.send({ type: "failed", request, error: failureOf(thrown) });
    }
  }

  /** The ways on are a help: where they cannot be tried there are none. */
  async #tryWays(engine: Searcher, signal: AbortSignal): Promise<void> {
    const state = this.#state;
    const without = (chip?: Chip) =>
      requestOf(reduce(state, chip ? { type: "dropped", chip } : { type: "cleared" }), this.scope);
    const everything = { query: "", filters: toWire(this.scope) };
    try {
      const ways = await waysOn(state, this.scope, everything, without, (wanted) => engine.search(wanted, { signal }));
      this.send({ type: "tried", request: state.request, ways });
    } catch {
      this.send({ type: "tried", request: state.request, ways: noWays });
    }
  }

  #connected(): Promise<Searcher> {
    this.#engine ??= this.#connect().then(
      (engine) => {
        this.#opened = true;
        if (engine.bundle !== undefined && engine.bundle !== this.#anticipated) this.send({ type: "disowned" });
        void engine.completed?.then(() => this.send({ type: "completed" }));
        return engine;
      },
      (thrown: unknown) => {
        this.#engine = undefined;
        throw thrown;
      },
    );
    return this.#engine;
  }
}
