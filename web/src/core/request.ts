/** What the engine is asked for what the shopper wants. */
import { toWire } from "./filters.ts";
import { pageOf } from "./paging.ts";
import type { Filters, State } from "./state.ts";
import type { SearchRequest } from "./wire.ts";

/**
 * The request that the state describes, within the scope. While the shopper types, too,
 * it asks all stages: the first alone would be a few milliseconds faster, but after four
 * of five keystrokes the first six hits would move again where typing rests.
 */
export function requestOf(state: State, scope: Filters): SearchRequest {
  return {
    query: state.query,
    ...pageOf(state),
    // The second stage may have come since the first page.
    ...(state.stages > 0 ? { stages: state.stages } : {}),
    sort: state.sort,
    ...(state.verbatim ? { verbatim: true } : {}),
    filters: toWire({ ...scope, ...state.filters }),
  };
}
