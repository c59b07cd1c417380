/**
 * The one place where a state lives and where its requests go out.
 *
 * A store takes a way to get an engine, not an engine: opening one costs a
 * download, so it happens with the first request, and again after a failure.
 */
import { toWire } from "./filters.ts";
import { type Event, reduce } from "./reduce.ts";
import { type Failure, type Filters, initialState, type State } from "./state.ts";
import type { SearchRequest, SearchResponse } from "./wire.ts";

/** What the store needs of an engine: one page of products for a request. */
export interface Searcher {
  search(request: SearchRequest, options: { signal: AbortSignal }): Promise<SearchResponse>;
}

export interface StoreOptions {
  /** Hits per page, 1 to 100. */
  limit: number;
  /** Filters of the place itself (a category's page): always on, never shown as chosen. */
  scope?: Filters;
}

export class Store {
  #state: State;
  readonly scope: Filters;
  readonly #connect: () => Promise<Searcher>;
  readonly #listeners = new Set<() => void>();
  #engine: Promise<Searcher> | undefined;
  #pending: AbortController | undefined;

  constructor(connect: () => Promise<Searcher>, options: StoreOptions) {
    this.#connect = connect;
    this.scope = options.scope ?? {};
    this.#state = initialState(options.limit);
  }

  get state(): State {
    return this.#state;
  }

  /** Calls the listener after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send(event: Event): void {
    const previous = this.#state;
    this.#state = reduce(previous, event);
    if (this.#state === previous) return;
    if (this.#state.request !== previous.request) void this.#request();
    for (const listener of this.#listeners) listener();
  }

  /** Gets the engine ready before the first request, because one is likely. */
  prepare(): void {
    // A failure shows when a request needs the engine; until then nobody asked.
    this.#connected().catch(() => undefined);
  }

  async #request(): Promise<void> {
    const { request } = this.#state;
    this.#pending?.abort();
    const pending = new AbortController();
    this.#pending = pending;
    const wanted = requestOf(this.#state, this.scope);
    try {
      const engine = await this.#connected();
      if (pending.signal.aborted) return;
      const response = await engine.search(wanted, { signal: pending.signal });
      this.send({ type: "answered", request, response });
    } catch (thrown) {
      this.send({ type: "failed", request, error: failureOf(thrown) });
    }
  }

  #connected(): Promise<Searcher> {
    this.#engine ??= this.#connect().catch((thrown: unknown) => {
      this.#engine = undefined;
      throw thrown;
    });
    return this.#engine;
  }
}

/** The request that the state describes, within the scope. */
export function requestOf(state: State, scope: Filters): SearchRequest {
  return {
    query: state.query,
    limit: state.limit,
    offset: state.more ? (state.results?.hits.length ?? 0) : 0,
    sort: state.sort,
    ...(state.verbatim ? { verbatim: true } : {}),
    filters: toWire({ ...scope, ...state.filters }),
  };
}

function failureOf(thrown: unknown): Failure {
  if (thrown !== null && typeof thrown === "object" && "message" in thrown) {
    const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "internal";
    return { code, message: String(thrown.message) };
  }
  return { code: "internal", message: String(thrown) };
}
