/** How a table's answer is shown until the engine's own takes its place. */
import type { InstantAnswer } from "./instant.ts";
import type { Filters, Results, State } from "./state.ts";
import type { Hit } from "./wire.ts";

/** Whether a table can know the answer: it has those to a text alone. */
export function isPlain({ page, more, verbatim, sort, filters }: State, scope: Filters): boolean {
  const all = { ...scope, ...filters };
  return page === 1 && !more && !verbatim && sort === "relevance" && Object.keys(all).length === 0;
}

/** Shows the table's answer, while the engine is asked for its own. */
export function anticipated(state: State, request: number, answer: InstantAnswer): State {
  const { query, suggestions, hits, total, currency } = answer;
  if (state.status !== "loading" || state.request !== request) return state;
  const known = state.suggestedFor === query && state.suggestions.length > 0;
  const next = known ? state : { ...state, suggestions, suggestedFor: query };
  if (hits === null) return next;
  const results: Results = {
    query,
    offset: 0,
    hits,
    total,
    allWords: total,
    facets: {},
    facetOrder: [],
    understood: [],
    currency,
    stages: 0,
    instant: true,
  };
  return { ...next, results };
}

/** Drops what a table has answered: it is another bundle's than the engine's. */
export function disowned(state: State): State {
  if (!state.results?.instant) return state;
  return { ...state, results: null, suggestions: [], active: -1 };
}

/**
 * The engine's hits, with those in front that the table had: the shopper reads them
 * already, and may stand on one. What the engine does not find is left out.
 */
export function handedOver(shown: Results | null, query: string, hits: readonly Hit[]): readonly Hit[] {
  if (!shown?.instant || shown.query !== query) return hits;
  const places = new Map(shown.hits.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Hit) => places.get(id) ?? places.size;
  return [...hits].sort((a, b) => placeOf(a) - placeOf(b));
}
