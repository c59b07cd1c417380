/**
 * Vitrine on a page: one script tag, or the same by hand.
 *
 *     <script type="module" src="vitrine.js" data-bundle="/bundle/" data-input="#search"></script>
 *
 *     import { init } from "./vitrine.js";
 *     init({ bundle: "/bundle/", input: "#search" });
 *
 * This script is all that a page loads at first, so it stays small: the views and
 * the engine are loaded when the shopper comes to the text field. Everyone on the
 * page who names the same bundle shares one engine.
 */

import { optionsOf } from "./tag/attributes.ts";
import { connect } from "./tag/connect.ts";
import { WaitingResults } from "./tag/inline.ts";
import { type Search, WaitingSearch } from "./tag/search.ts";
import type { InitOptions, InlineResults, ResultsOptions } from "./ui/options.ts";

export type { Filters } from "./core/state.ts";
export type * from "./core/wire.ts";
export type { EngineClient } from "./engine/client.ts";
export type { Messages, Texts } from "./i18n/messages.ts";
export type { SearchDetail, SelectDetail, VitrineEvents } from "./ui/events.ts";
export type { Look } from "./ui/looks.ts";
export type {
  CardFunction,
  CardHelpers,
  ConnectOptions,
  InitOptions,
  Preload,
  ResultsOptions,
  Theme,
  ViewOptions,
} from "./ui/options.ts";
export type { InlineResults, Search };
export { connect };

/** A text field has one search. */
const searches = new WeakMap<HTMLInputElement, WaitingSearch>();

/** Puts the search on the shop's text field; where one is already, that is returned as it is, and the console told. */
export function init(options: InitOptions): Search {
  const input = found(options.input);
  if (!(input instanceof HTMLInputElement)) {
    throw new TypeError(`vitrine: ${String(options.input)}: not a text field (hint: data-input is a CSS selector)`);
  }
  const there = searches.get(input);
  if (there && !there.ended) {
    console.warn(`vitrine: ${String(options.input)}: has a search already, which stays (hint: destroy() it first)`);
    return there;
  }
  const search = new WaitingSearch(input, options);
  searches.set(input, search);
  return search;
}

/** Fills an element of the page with results. */
export function results(options: ResultsOptions): InlineResults {
  const into = found(options.into);
  if (into === null) throw new TypeError(`vitrine: ${String(options.into)}: no such element on this page`);
  return new WaitingResults(into, options);
}

function found<E extends HTMLElement>(place: string | E): HTMLElement | null {
  return typeof place === "string" ? document.querySelector<HTMLElement>(place) : place;
}

/** The same functions for scripts that are no modules, from DOMContentLoaded on. */
const api = { init, results, connect };

declare global {
  interface Window {
    vitrine?: typeof api;
  }
}

// Pages are also rendered where there is no window.
if (typeof window === "object") window.vitrine ??= api;

// A module has no document.currentScript, but it knows its own address.
const { document: page } = globalThis as { document?: Document };
for (const tag of page?.querySelectorAll<HTMLScriptElement>("script[data-bundle][data-input]") ?? []) {
  if (tag.src !== import.meta.url) continue;
  try {
    init(optionsOf(tag));
  } catch (error) {
    // The shop's own search goes on working without the widget.
    console.error(error);
  }
}

// Elements of the page that share a search have a script of their own.
if (page?.querySelector("vitrine-search, vitrine-results")) import("./elements.ts").catch(console.error);
