/**
 * The answers to the first letters of likely queries, which the indexer has asked the
 * engine for: a table to look texts up in, so that a shopper need not wait for the
 * engine to see the first hits.
 */
import type { Hit, Suggestion } from "./wire.ts";

/** A bundle's instant.json. */
export interface InstantTable {
  readonly format: 1;
  /** The file of the bundle's part lexicon: the answers are that bundle's. */
  readonly bundle: string;
  readonly currency: string;
  readonly hits: readonly Hit[];
  /** By what was typed, as {@link keyOf} writes it. */
  readonly prefixes: Readonly<Record<string, Prefix>>;
}

/** Suggestions, the places of the first hits, and how many products match; no hits where they are left to the engine. */
interface Prefix {
  readonly s?: readonly Suggestion[];
  readonly h?: readonly number[];
  readonly t?: number;
}

/** What the table knows of a text. */
export interface InstantAnswer {
  readonly query: string;
  readonly suggestions: readonly Suggestion[];
  /** Null where they are left to the engine. */
  readonly hits: readonly Hit[] | null;
  readonly total: number;
  readonly currency: string;
}

/** The table that a server sent; undefined where it is something else, or of another format. */
export function readInstant(sent: unknown): InstantTable | undefined {
  const { format, bundle, currency, hits, prefixes } = (sent ?? {}) as Partial<InstantTable>;
  const whole =
    format === 1 &&
    typeof bundle === "string" &&
    typeof currency === "string" &&
    Array.isArray(hits) &&
    hits.every((hit) => typeof hit?.id === "string" && typeof hit.title === "string") &&
    typeof prefixes === "object" &&
    prefixes !== null;
  return whole ? (sent as InstantTable) : undefined;
}

/** What the table answers to the text, or undefined where that is left to the engine. */
export function instantAnswer(table: InstantTable, query: string): InstantAnswer | undefined {
  const key = keyOf(query);
  const found = Object.hasOwn(table.prefixes, key) ? table.prefixes[key] : undefined;
  if (found === undefined) return undefined;
  const hits = found.h?.flatMap((place) => table.hits[place] ?? []);
  return {
    query,
    suggestions: found.s ?? [],
    hits: hits?.length ? hits : null,
    total: found.t ?? 0,
    currency: table.currency,
  };
}

/** How the table writes what was typed. */
export function keyOf(query: string): string {
  return query.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}
