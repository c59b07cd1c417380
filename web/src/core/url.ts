/**
 * A search as a page's address says it, readable and written by hand if need be:
 *
 *     ?q=desk+lamp&brand=Lumen&brand=Norrby&price=10-50&sort=price_asc&page=2
 *
 * An address is anybody's text. Whatever is no field of the shop, no number and
 * no order that there is counts as one of the page's own parameters or as absent,
 * and the page's own parameters stay as they are, byte by byte.
 */
import type { Filters, NumberRange, Selection, Sort } from "./state.ts";
import type { FacetInfo } from "./wire.ts";

/** What of a search an address says. */
export interface Place {
  readonly query: string;
  readonly verbatim: boolean;
  readonly filters: Filters;
  readonly sort: Sort;
  /** The last page that is shown, from 1. */
  readonly page: number;
}

/** How the parameters are called. */
export interface UrlNames {
  /** Stands before every name, where the page has parameters of the same names. */
  readonly prefix: string;
  /** What can be filtered on; any other name is the page's own. */
  readonly fields: readonly FacetInfo[];
  /** An empty query is said too: that of an open panel, which one without a query is not. */
  readonly blank?: boolean;
}

/** What the panel's parameters begin with: `q` is most likely the shop's own. */
export const panelPrefix = "search.";

type Pair = readonly [name: string, value: string];

/** Names that a field may not take; a field that is called so has "filter." before its name. */
const reserved = ["q", "verbatim", "sort", "page"] as const;
const sorts: readonly string[] = ["relevance", "price_asc", "price_desc"] satisfies Sort[];

/** What a person may say and an engine can be asked; an address beyond that is not a shopper's. */
const longestQuery = 300;
const longestValue = 300;
const mostValues = 50;
const mostPages = 1000;

/** Reads the search out of an address's query string. */
export function readPlace(search: string, names: UrlNames): Place {
  const said = new URLSearchParams(search);
  const first = (name: string) => said.get(names.prefix + name) ?? "";
  const sort = first("sort");
  const filters = names.fields.flatMap((info): [string, Selection][] => {
    const selection = readSelection(info, said.getAll(nameOf(info, names)));
    return selection === undefined ? [] : [[info.field, selection]];
  });
  return {
    query: first("q").slice(0, longestQuery),
    verbatim: first("verbatim") === "1",
    filters: Object.fromEntries(filters),
    sort: sorts.includes(sort) ? (sort as Sort) : "relevance",
    page: readPage(first("page")),
  };
}

/** True where the address says a query, if an empty one. */
export function saysQuery(search: string, prefix: string): boolean {
  return new URLSearchParams(search).has(`${prefix}q`);
}

/** Returns the query string with the search in it, or without any, "" or beginning with a question mark. */
export function writePlace(search: string, place: Place | undefined, names: UrlNames): string {
  const ours = new Set([...reserved.map((name) => names.prefix + name), ...names.fields.map((f) => nameOf(f, names))]);
  const kept = piecesOf(search).filter((piece) => !ours.has(nameIn(piece)));
  const pairs = place === undefined ? [] : pairsOf(place, names);
  const said = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  const all = said === "" ? kept : [...kept, said];
  return all.length === 0 ? "" : `?${all.join("&")}`;
}

/** True where the address has parameters that could be filters: the fields must be known to tell. */
export function mayFilter(search: string, prefix: string): boolean {
  const plain = new Set<string>(reserved.map((name) => prefix + name));
  return piecesOf(search).some((piece) => nameIn(piece).startsWith(prefix) && !plain.has(nameIn(piece)));
}

function pairsOf(place: Place, names: UrlNames): Pair[] {
  const { prefix, blank = false } = names;
  return [
    ...when(blank || place.query !== "", [`${prefix}q`, place.query]),
    ...when(place.verbatim, [`${prefix}verbatim`, "1"]),
    ...names.fields.flatMap((info) => writeSelection(nameOf(info, names), place.filters[info.field])),
    ...when(place.sort !== "relevance", [`${prefix}sort`, place.sort]),
    ...when(place.page > 1, [`${prefix}page`, String(place.page)]),
  ];
}

function when(holds: boolean, pair: Pair): Pair[] {
  return holds ? [pair] : [];
}

function nameOf({ field }: FacetInfo, { prefix }: UrlNames): string {
  return prefix + (reserved.some((name) => name === field) ? `filter.${field}` : field);
}

function readSelection({ kind }: FacetInfo, values: readonly string[]): Selection | undefined {
  if (kind === "number") return readRange(values[0] ?? "");
  const chosen = [...new Set(values)].filter((value) => value !== "" && value.length <= longestValue);
  return chosen.length === 0 ? undefined : chosen.slice(0, mostValues);
}

function writeSelection(name: string, selection: Selection | undefined): Pair[] {
  if (selection === undefined) return [];
  if ("length" in selection) return selection.map((value) => [name, value]);
  return [[name, `${selection.min ?? ""}-${selection.max ?? ""}`]];
}

/** "10-50", "10-" or "-50"; an end may be negative: "-5--1". */
const range = /^(-?\d+(?:\.\d+)?)?-(-?\d+(?:\.\d+)?)?$/;

function readRange(text: string): NumberRange | undefined {
  const [, min, max] = range.exec(text) ?? [];
  const ends = { ...end("min", min), ...end("max", max) };
  const { min: from = Number.NEGATIVE_INFINITY, max: to = Number.POSITIVE_INFINITY } = ends;
  return from > to || Object.keys(ends).length === 0 ? undefined : ends;
}

function end(name: "min" | "max", text: string | undefined): NumberRange {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? { [name]: value } : {};
}

function readPage(text: string): number {
  return /^\d{1,4}$/.test(text) ? Math.min(Math.max(Number(text), 1), mostPages) : 1;
}

function piecesOf(search: string): string[] {
  return search
    .replace(/^\?/, "")
    .split("&")
    .filter((piece) => piece !== "");
}

function nameIn(piece: string): string {
  return [...new URLSearchParams(piece).keys()][0] ?? "";
}
