/**
 * The events in the words of Google Analytics 4, pushed into the page's own
 * `dataLayer`, for shops that have a tag manager there. Nothing is sent from here:
 * what becomes of the entries is the affair of whoever reads them.
 */
import type { SearchDetail } from "../core/notifier.ts";
import type { Hit } from "../core/wire.ts";
import type { SelectDetail } from "./events.ts";

/** One product as GA4's ecommerce events name it. */
interface Item {
  readonly item_id: string;
  readonly item_name: string;
  readonly item_brand?: string;
  readonly item_variant?: string;
  readonly price?: number;
  readonly index: number;
  /** item_category, item_category2, ... item_category5. */
  readonly [category: `item_category${string}`]: string;
}

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

const list = { item_list_id: "vitrine_search", item_list_name: "Search results" };

/** Pushes the settled search. */
export function searched({ query, total, hits, currency }: SearchDetail): void {
  if (query !== "") {
    push({ event: "search", search_term: query });
    push({ event: "view_search_results", search_term: query, results: total });
  }
  if (hits.length > 0) ecommerce("view_item_list", currency, hits.map(item));
}

/** Pushes the product that was chosen. */
export function selected({ hit, position, currency }: SelectDetail): void {
  ecommerce("select_item", currency, [item(hit, position)]);
}

/** The empty entry before it keeps items of an earlier event out of this one. */
function ecommerce(event: string, currency: string, items: Item[]): void {
  push({ ecommerce: null });
  push({ event, ecommerce: { ...list, currency, items } });
}

function push(entry: object): void {
  window.dataLayer ??= [];
  window.dataLayer.push(entry);
}

/** GA4 knows five levels of categories. */
const levels = 5;

function item(hit: Hit, index: number): Item {
  const { id, title, brand, category = [], variant } = hit;
  const price = variant?.price ?? hit.price;
  const path = category.slice(0, levels).map((name, i) => [`item_category${i === 0 ? "" : i + 1}`, name]);
  return {
    item_id: id,
    item_name: title,
    ...(brand ? { item_brand: brand } : {}),
    ...Object.fromEntries(path),
    ...(variant ? { item_variant: variant.options.map((o) => o.value).join(" / ") } : {}),
    ...(price === undefined ? {} : { price }),
    index,
  };
}
