/**
 * Pages of hits: which hits a page is, which page is reached, which pages to offer.
 *
 * On demand and by scrolling the hits gather from the first one on, so that a page
 * to go back to is all the hits up to it; page by page it is its own hits alone.
 */
import type { Results, State } from "./state.ts";

/** The most hits that one request may ask for. */
const most = 100;

/** Which hits the newest request asks for. */
export function pageOf({ limit, paging, page, more, results }: State): { offset: number; limit: number } {
  if (more && results !== null) return { offset: reached(results), limit };
  if (paging === "pages") return { offset: (page - 1) * limit, limit };
  return { offset: 0, limit: Math.min(page, pagesAtOnce(limit)) * limit };
}

/** How many pages one request may ask for. */
export function pagesAtOnce(limit: number): number {
  return Math.floor(most / limit);
}

/** True where a hit stands among the results twice. */
export function hasTwice({ hits }: Results): boolean {
  return new Set(hits.map(({ id }) => id)).size < hits.length;
}

/** The number of the page that the last hit stands on; of the last page there is, where no hit came. */
export function pageReached(results: Results, limit: number): number {
  return Math.max(1, Math.ceil((results.hits.length === 0 ? results.total : reached(results)) / limit));
}

/** The number of the last page there is. */
export function lastPage({ total }: Results, limit: number): number {
  return Math.max(1, Math.ceil(total / limit));
}

/** True where there are hits beyond those shown and no request is under way. */
export function canExtend({ status, results }: State): boolean {
  return status === "ready" && results !== null && results.hits.length > 0 && !isComplete(results);
}

/** True where the last of the hits is shown. */
export function isComplete(results: Results): boolean {
  return reached(results) >= results.total;
}

/** The place after the last hit, those that are left out included. */
function reached({ offset, hits, missing = 0 }: Results): number {
  return offset + hits.length + missing;
}

/**
 * The pages to offer around the one that is shown: the first, the last, and as many
 * on each side. A null stands for pages that are left out; it never hides one alone.
 */
export function pagesAround(page: number, last: number, beside: number): (number | null)[] {
  const pages: (number | null)[] = [];
  for (let at = 1; at <= last; at++) {
    const near = Math.abs(at - page) <= beside;
    const alone = at === 2 ? page - beside === 3 : at === last - 1 && page + beside === last - 2;
    if (at === 1 || at === last || near || alone) pages.push(at);
    else if (pages.at(-1) !== null) pages.push(null);
  }
  return pages;
}
