/**
 * What a search looks like at one moment. The widget draws a State and nothing
 * else; the only way from one State to the next is {@link reduce}.
 *
 * A State is a plain value without a DOM in it, so that every behaviour of the
 * widget can be tested, replayed and reasoned about as a list of events.
 */
import { noWays, type Ways } from "./ways.ts";
import type { FacetInfo, FacetValue, Hit, Suggestion, Understood } from "./wire.ts";

/** A range of numbers, both ends included; an open end is absent. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

/** What is chosen of one facet: any of some values, or one range. */
export type Selection = readonly string[] | NumberRange;

/** The chosen filters by field. A field without a choice is absent. */
export type Filters = Readonly<Record<string, Selection>>;

export type Sort = "relevance" | "price_asc" | "price_desc";

/**
 * How the hits beyond the first page are reached: on demand, or by scrolling, both
 * after those that are there, or page by page in their place.
 */
export type Paging = "more" | "infinite" | "pages";

/** idle: nothing was asked yet. error: the newest request failed. */
export type Status = "idle" | "loading" | "ready" | "error";

/** Why a request failed. `code` is one of the wire's, `message` is for people. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** The hits that are shown, of one page or of several, and what came with the newest page. */
export interface Results {
  /** The query that these hits answer, which may lag behind State.query. */
  readonly query: string;
  /** The query that was searched for in its place, if a word was corrected. */
  readonly corrected?: string;
  /** How many hits come before the first of these. */
  readonly offset: number;
  readonly hits: readonly Hit[];
  readonly total: number;
  /** How many of them have all the words of the query. */
  readonly allWords: number;
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>;
  readonly facetOrder: readonly FacetInfo[];
  /** The filters that were read out of the query's words. */
  readonly understood: readonly Understood[];
  readonly currency: string;
  /** How many stages of the ranking ordered the first page. */
  readonly stages: number;
  /** These are a table's first hits; the engine's own, and what can be filtered on, are to come. */
  readonly instant?: true;
  /** So many hits among these are left out, whose display cards cannot be had. */
  readonly missing?: number;
  /** These are the first hits of the page: the display cards of the others are on their way. */
  readonly begun?: true;
}

export interface State {
  readonly query: string;
  /** An input method is composing: the text is not the shopper's word yet. */
  readonly composing: boolean;
  /** The shopper wants the query as it was typed, without corrections. */
  readonly verbatim: boolean;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Hits per page. */
  readonly limit: number;
  readonly paging: Paging;
  readonly status: Status;
  /** The number of the newest request; an answer to any other is stale. */
  readonly request: number;
  /** The number of the last page that is shown or asked for, from 1. */
  readonly page: number;
  /** The newest request asks for the page after `results`. */
  readonly more: boolean;
  /** How many stages are to rank the page; 0 for the first one, which all that are loaded rank. */
  readonly stages: number;
  /**
   * The newest request asks for `results` again, because both stages of the ranking are
   * loaded by now; they stay as they are until it is answered, and if it fails.
   */
  readonly refining: boolean;
  /** The newest request when both stages were loaded: later ones are answered by both. */
  readonly completedAt: number;
  /** The last good answer: it stays while the next one is awaited. */
  readonly results: Results | null;
  readonly error: Failure | null;
  /** The ways on from the newest answer, where it has no hits. */
  readonly ways: Ways;
  /** What may be meant by the query: those for the last one while the next are awaited. */
  readonly suggestions: readonly Suggestion[];
  /** The query that the suggestions are for. */
  readonly suggestedFor: string;
  /** What was searched for on this device, the last one first. */
  readonly recent: readonly string[];
  readonly open: boolean;
  /** The index of the option that the arrow keys stand on; -1 is the text field. */
  readonly active: number;
}

/** The state before the first event. */
export function initialState(limit: number, paging: Paging = "more"): State {
  return {
    query: "",
    composing: false,
    verbatim: false,
    filters: {},
    sort: "relevance",
    limit,
    paging,
    status: "idle",
    request: 0,
    page: 1,
    more: false,
    stages: 0,
    refining: false,
    completedAt: 0,
    results: null,
    error: null,
    ways: noWays,
    suggestions: [],
    suggestedFor: "",
    recent: [],
    open: false,
    active: -1,
  };
}
