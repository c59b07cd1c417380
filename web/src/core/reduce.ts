/**
 * From one state and one event to the next state: the widget's whole behaviour.
 *
 * A request is not sent from here. The reducer counts State.request up, and
 * whoever sees the number change sends the request that the state describes; an
 * answer names the number it answers. A stale answer therefore cannot win, in
 * whatever order the answers come.
 */
import { began, type Found, resultsOf } from "./answer.ts";
import { anticipated, disowned } from "./anticipate.ts";
import { type Chip, choose, drop, toggle, valuesOf } from "./filters.ts";
import type { InstantAnswer } from "./instant.ts";
import { optionsOf } from "./options.ts";
import { canExtend, hasTwice, pageReached, pagesAtOnce } from "./paging.ts";
import type { Failure, NumberRange, Sort, State } from "./state.ts";
import { effective, unsaid } from "./understood.ts";
import { noWays, type Ways } from "./ways.ts";
import type { Scope, Suggestion } from "./wire.ts";

export type Event =
  /** The text field has this text; while composing it is not searched. */
  | { type: "typed"; query: string; composing: boolean }
  /** The query is meant as it was typed. */
  | { type: "insisted" }
  /** The suggestions for the query came. */
  | { type: "suggested"; query: string; suggestions: readonly Suggestion[] }
  /** The recent searches are now these. */
  | { type: "remembered"; recent: readonly string[] }
  /** A suggestion or a recent search was chosen; its scope becomes a filter. */
  | { type: "chose"; text: string; scope?: Scope | undefined }
  | { type: "toggled"; field: string; value: string }
  | { type: "ranged"; field: string; range: NumberRange }
  | { type: "dropped"; chip: Chip }
  | { type: "cleared" }
  | { type: "sorted"; sort: Sort }
  /** The next page is wanted, after those that are there. */
  | { type: "extended" }
  /** The results are wanted up to this page or, page by page, this one in place of the one shown. */
  | { type: "turned"; page: number }
  /** The search is to be as it was, such as at another time in the page's history. */
  | { type: "restored"; search: Restored }
  | { type: "retried" }
  /** A table knows the first hits, while the engine is not there yet. */
  | { type: "anticipated"; request: number; answer: InstantAnswer }
  /** The engine that opened has another bundle than the table. */
  | { type: "disowned" }
  /** The first hits of a page came before the others, whose cards are on their way. */
  | { type: "began"; request: number; response: Found }
  | { type: "answered"; request: number; response: Found }
  | { type: "failed"; request: number; error: Failure }
  /** Both stages of the ranking are loaded. */
  | { type: "completed" }
  /** The ways on from the answer to the request were tried. */
  | { type: "tried"; request: number; ways: Ways }
  | { type: "opened" }
  | { type: "closed" }
  | { type: "moved"; to: "next" | "previous" | "first" | "last" | "none" };

export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case "typed":
      return typed(state, event.query, event.composing);
    case "insisted":
      return state.verbatim ? state : ask(state, { verbatim: true });
    case "suggested":
      return event.query === state.query ? suggested(state, event.suggestions) : state;
    case "remembered":
      return { ...state, recent: event.recent, active: -1 };
    case "chose":
      return chose(state, event.text, event.scope);
    case "toggled":
      return toggled(state, event.field, event.value);
    case "ranged":
      return ranged(state, event.field, event.range);
    case "dropped":
      return event.chip.said === undefined
        ? ask(state, { filters: drop(state.filters, event.chip) })
        : ask(state, { query: event.chip.said.rest });
    case "cleared":
      return ask(state, { filters: {} });
    case "sorted":
      return event.sort === state.sort ? state : ask(state, { sort: event.sort });
    case "extended":
      return canExtend(state)
        ? ask(state, { ...further(state), page: state.page + 1, more: true, active: state.active })
        : state;
    case "turned":
      return event.page === state.page ? state : ask(state, { ...further(state), page: Math.max(1, event.page) });
    case "restored":
      return restored(state, event.search);
    case "retried":
      return ask(state, {
        page: state.page,
        more: state.more && !state.results?.missing,
        stages: state.stages,
        active: state.active,
      });
    case "anticipated":
      return anticipated(state, event.request, event.answer);
    case "disowned":
      return disowned(state);
    case "began":
      return began(state, event.request, event.response);
    case "answered":
      return event.request === state.request ? answered(state, event.response) : state;
    case "failed":
      return event.request === state.request ? failed(state, event.error) : state;
    case "completed":
      return refined({ ...state, completedAt: state.request });
    case "tried":
      return tried(state, event.request, event.ways);
    case "opened":
      return opened(state);
    case "closed":
      return state.open ? { ...state, open: false, active: -1 } : state;
    case "moved":
      return { ...state, active: moved(state, event.to) };
  }
}

/** Makes a new request of the state with the change: a first page unless it says more. */
function ask(state: State, change: Partial<State>): State {
  return {
    ...state,
    page: 1,
    more: false,
    stages: 0,
    refining: false,
    active: -1,
    ways: noWays,
    ...change,
    status: "loading",
    error: null,
    request: state.request + 1,
  };
}

/** What a search is made of that can be gone back to. */
export type Restored = Pick<State, "query" | "verbatim" | "filters" | "sort" | "page">;

function restored(state: State, search: Restored): State {
  const { query, verbatim, filters, sort, page } = state;
  const same = JSON.stringify({ query, verbatim, filters, sort, page }) === JSON.stringify({ ...search, page });
  if (!same || state.status === "idle") return ask(state, { ...search, composing: false });
  return search.page === page ? state : ask(state, { ...further(state), page: search.page });
}

/** Another page of the same results is ranked by as many stages, or hits could come twice. */
function further({ status, stages, results }: State): Pick<State, "stages"> {
  return { stages: status === "ready" ? (results?.stages ?? 0) : stages };
}

function typed(state: State, query: string, composing: boolean): State {
  if (composing) return { ...state, composing };
  const answeredAlready = query === state.query && state.status !== "idle";
  if (answeredAlready) return { ...state, composing, open: true };
  return ask(state, { query, composing, verbatim: false, open: true });
}

/** The arrows stay on the option that they stand on, wherever it is now. */
function suggested(state: State, suggestions: readonly Suggestion[]): State {
  const next = { ...state, suggestions, suggestedFor: state.query };
  if (state.active < 0) return next;
  const hits = state.results?.hits.length ?? 0;
  const fromEnd = optionsOf(state).length - state.active;
  return { ...next, active: fromEnd <= hits ? optionsOf(next).length - fromEnd : -1 };
}

function chose(state: State, text: string, scope: Scope | undefined): State {
  const filters = scope === undefined ? state.filters : { ...state.filters, [scope.field]: [scope.value] };
  return ask(state, {
    query: text,
    composing: false,
    verbatim: false,
    filters,
    suggestions: [],
    suggestedFor: text,
    open: true,
  });
}

/** A value that the query's words said is unchosen by taking the words away. */
function toggled(state: State, field: string, value: string): State {
  const rest = unsaid(state, field);
  if (rest !== undefined && valuesOf(effective(state), field).includes(value)) return ask(state, { query: rest });
  return ask(state, { filters: toggle(state.filters, field, value) });
}

function ranged(state: State, field: string, range: NumberRange): State {
  const filters = choose(state.filters, field, range);
  const rest = field in filters ? undefined : unsaid(state, field);
  return ask(state, rest === undefined ? { filters } : { filters, query: rest });
}

function opened(state: State): State {
  if (state.open) return state;
  return state.status === "idle" || state.status === "error" ? ask(state, { open: true }) : { ...state, open: true };
}

function answered(state: State, response: Found): State {
  const before = state.more ? state.results : null;
  const results = resultsOf(state, response, before);
  // Between two pages the shop published another bundle, whose hits stand elsewhere: they are asked for anew.
  if (before !== null && hasTwice(results)) return ask(state, { page: Math.min(state.page, pagesAtOnce(state.limit)) });
  const page = pageReached(results, state.limit);
  // The catalogue may have become smaller since the page was linked to.
  if (results.hits.length === 0 && page < state.page) return ask(state, { page });
  const next: State = { ...state, status: "ready", error: null, results };
  // More pages are gone back to than one answer gives.
  const lacks = page < state.page && state.paging !== "pages" && response.hits.length > 0;
  if (lacks && canExtend(next))
    return ask(next, { ...further(next), page: state.page, more: true, active: next.active });
  const settled = { ...next, page };
  return state.request <= state.completedAt ? refined(settled) : settled;
}

function failed(state: State, error: Failure): State {
  return state.refining ? { ...state, refining: false } : { ...state, status: "error", error };
}

/** Asks again what the first stage alone has answered, unless the shopper has gone on from there. */
function refined(state: State): State {
  const { status, results, sort, page, active } = state;
  const untouched = page === 1 && active < 0;
  if (status !== "ready" || results?.stages !== 1 || sort !== "relevance" || !untouched) return state;
  return { ...state, refining: true, stages: 0, request: state.request + 1 };
}

function tried(state: State, request: number, ways: Ways): State {
  return request === state.request ? { ...state, ways } : state;
}

/** The arrows go round through the text field, so that one key undoes the other. */
function moved(state: State, to: "next" | "previous" | "first" | "last" | "none"): number {
  const last = optionsOf(state).length - 1;
  switch (to) {
    case "next":
      return state.active < last ? state.active + 1 : -1;
    case "previous":
      return state.active < 0 ? last : state.active - 1;
    case "first":
      return Math.min(0, last);
    case "last":
      return last;
    case "none":
      return -1;
  }
}
