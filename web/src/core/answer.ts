/** From the engine's answer to the results that are shown: the whole page, or its beginning. */
import { handedOver } from "./anticipate.ts";
import { pageOf } from "./paging.ts";
import type { Results, State } from "./state.ts";
import type { Searcher } from "./store.ts";
import type { SearchRequest, SearchResponse } from "./wire.ts";

/** A page of products, as an engine in a browser answers it. */
export interface Found extends SearchResponse {
  /** So many hits of the page are left out, whose display cards cannot be had now. */
  missing?: number;
}

/** So many hits of a page are asked for alone where the page takes so many milliseconds. */
const firstHits = 5;
const patience = 100;

/** The results with the answer's hits, after those that were there before. */
export function resultsOf(state: State, response: Found, before: Results | null): Results {
  const missing = (before?.missing ?? 0) + (response.missing ?? 0);
  return {
    query: response.query,
    offset: before?.offset ?? pageOf(state).offset,
    hits: [...(before?.hits ?? []), ...handedOver(state.results, response.query, response.hits)],
    total: response.total,
    allWords: response.all_words,
    facets: response.facets,
    facetOrder: response.facet_order,
    understood: response.understood ?? [],
    currency: response.currency,
    stages: response.stages,
    ...(missing > 0 ? { missing } : {}),
    ...(response.corrected_query === undefined ? {} : { corrected: response.corrected_query }),
  };
}

/** Shows the first hits of a page; what a table has shown of the very query are more, or the same. */
export function began(state: State, request: number, response: Found): State {
  const { status, results } = state;
  const shown = results?.instant && results.query === response.query;
  if (status !== "loading" || request !== state.request || shown) return state;
  return { ...state, results: { ...resultsOf(state, response, null), begun: true } };
}

/**
 * Asks for the first hits of a page that takes long: it waits for display cards, and a
 * browser that speaks HTTP/1.1 fetches them in several turns, those of the first hits in
 * the first. Undefined where the page is there before, or is no first page to be shown. An
 * endpoint, which names no bundle, has all cards at hand: it is asked once.
 */
export async function beginning(
  { page, refining }: State,
  whole: Promise<unknown>,
  wanted: SearchRequest,
  engine: Searcher,
  signal: AbortSignal,
): Promise<Found | undefined> {
  if (page > 1 || refining || engine.bundle === undefined) return undefined;
  const late = new Promise<true>((resolve) => setTimeout(resolve, patience, true));
  const settled = whole.then(
    () => undefined,
    () => undefined,
  );
  if (!(await Promise.race([late, settled]))) return undefined;
  const first = engine.search({ ...wanted, limit: firstHits }, { signal }).catch(() => undefined);
  return Promise.race([first, settled]);
}
