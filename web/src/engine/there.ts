import type { Found } from "../core/answer.ts";
import type { SearchRequest } from "../core/wire.ts";
import { BUNDLE_FAULTS, toVitrineError } from "./errors.ts";

/** How many hits a request asks for that does not say. */
const PAGE = 20;

/**
 * Answers a page that failed for some of its display cards, such as those that were never
 * fetched before the network went: with the hits whose cards are there, and how many are
 * missing. Every hit is asked for by itself, since the engine gives a page whole or not
 * at all. It fails as the page did for any other reason, and where no hit is there.
 */
export async function hitsThere(
  failure: unknown,
  request: SearchRequest,
  ask: (hit: SearchRequest) => Promise<string>,
): Promise<Found> {
  if (!BUNDLE_FAULTS.includes(toVitrineError(failure).code)) {
    throw failure;
  }
  const { offset = 0, limit } = request;
  const asked = Array.from({ length: limit || PAGE }, (_, i) => ask({ ...request, offset: offset + i, limit: 1 }));
  const pages: Found[] = [];
  for (const answer of await Promise.allSettled(asked)) {
    if (answer.status === "fulfilled") {
      pages.push(JSON.parse(answer.value));
    }
  }
  const [first] = pages;
  const hits = pages.flatMap((page) => page.hits);
  if (first === undefined || hits.length === 0) {
    throw failure;
  }
  return { ...first, hits, missing: asked.length - pages.length };
}
