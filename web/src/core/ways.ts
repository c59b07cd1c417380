/**
 * The ways on from a search that found nothing, each with what it would find: the
 * search without one of its filters, and the categories of the place.
 */
import { branches } from "./category.ts";
import { type Chip, chips, valuesOf } from "./filters.ts";
import type { Filters, State } from "./state.ts";
import { saidChips } from "./understood.ts";
import type { FacetValue, SearchRequest, SearchResponse } from "./wire.ts";

export interface Ways {
  /** There are products without all the filters, as far as is known: the words alone find some. */
  readonly unfiltered: boolean;
  /** The filters that alone stand in the way. */
  readonly without: readonly { readonly chip: Chip; readonly count: number }[];
  /** The outermost categories, those with most products first. */
  readonly categories: readonly FacetValue[];
}

export const noWays: Ways = { unfiltered: true, without: [], categories: [] };

/** So many filters are tried, and so many categories shown. */
const most = { tried: 6, categories: 8 };

/** Counting fetches no cards: the page that is asked for lies behind all but large results. */
const countOnly = { limit: 1, offset: 1000 };

/** True where the newest answer has no hits, so that ways on are wanted. */
export function foundNothing({ status, results }: State): boolean {
  return status === "ready" && results !== null && results.total === 0;
}

/** Tries the ways; `ask` gives the request without the chip, or without all of them, `search` answers. */
export async function waysOn(
  state: State,
  scope: Filters,
  everything: SearchRequest,
  ask: (chip?: Chip) => SearchRequest,
  search: (request: SearchRequest) => Promise<SearchResponse>,
): Promise<Ways> {
  const tried = [...chips(state.filters), ...saidChips(state)].slice(0, most.tried);
  const [all, bare, ...counts] = await Promise.all(
    [everything, ask(), ...tried.map(ask)].map((request) => search({ ...request, ...countOnly })),
  );
  const without = tried.map((chip, i) => ({ chip, count: counts[i]?.total ?? 0 }));
  const outermost = branches(all?.facets["category"] ?? [], [], valuesOf(scope, "category"));
  return {
    unfiltered: (bare?.total ?? 0) > 0,
    without: without.filter(({ count }) => count > 0),
    categories: outermost
      .filter(({ depth }) => depth === 0)
      .map(({ facet }) => facet)
      .slice(0, most.categories),
  };
}
