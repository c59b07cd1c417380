/**
 * Filters that the shopper said in the query's own words ("under 50"). They are
 * the engine's to read; here they are shown like chosen ones, and taken away by
 * searching for the query without the words that said them.
 */
import type { Chip } from "./filters.ts";
import type { Filters, Results, Selection, State } from "./state.ts";
import type { Filter, Understood } from "./wire.ts";

/** What was understood of the query as it stands now. */
export function inForce(state: State): readonly Understood[] {
  return state.results !== null && state.results.query === state.query ? state.results.understood : [];
}

/** The understood filters as chips, each with the query that takes it away. */
export function understoodChips(results: Results): Chip[] {
  return results.understood.flatMap(({ field, filter, text, rest }): Chip[] =>
    choices(filter).map((choice) => ({ field, choice, said: { text, rest } })),
  );
}

function choices(filter: Filter): Chip["choice"][] {
  return Array.isArray(filter) ? filter : [selection(filter) as Chip["choice"]];
}

function selection(filter: Filter): Selection {
  return Array.isArray(filter) ? [...filter] : { ...filter };
}

/** The chips of what was understood of the query as it stands now. */
export function saidChips(state: State): Chip[] {
  return state.results !== null && inForce(state).length > 0 ? understoodChips(state.results) : [];
}

/** The filters that the results passed: those chosen and those understood. */
export function effective(state: State): Filters {
  const said = inForce(state).map(({ field, filter }) => [field, selection(filter)] as const);
  return { ...Object.fromEntries(said), ...state.filters };
}

/** The query without the words for a field's filter, if words alone chose it. */
export function unsaid(state: State, field: string): string | undefined {
  if (field in state.filters) return undefined;
  return inForce(state).find((u) => u.field === field)?.rest;
}
