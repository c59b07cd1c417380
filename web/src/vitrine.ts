/**
 * Vitrine on a page: one script tag, or the same by hand.
 *
 *     <script type="module" src="vitrine.js" data-bundle="/bundle/" data-input="#search"></script>
 *
 *     import { init } from "./vitrine.js";
 *     init({ bundle: "/bundle/", input: "#search" });
 *
 * Nothing is fetched until the shopper touches the text field; everyone on the
 * page who names the same bundle shares one engine.
 */

import { RecentSearches } from "./core/recent.ts";
import type { Filters } from "./core/state.ts";
import { Store, type StoreOptions } from "./core/store.ts";
import { type EngineClient, openEngine } from "./engine/client.ts";
import { Locale } from "./i18n/locale.ts";
import { mountResults } from "./ui/inline.ts";
import type { Look } from "./ui/looks.ts";
import { type SelectDetail, type Theme, Widget } from "./ui/widget.ts";

export type * from "./core/wire.ts";
export type { EngineClient, Filters, Look, SelectDetail, Theme };

/** Where the engine comes from. */
export interface ConnectOptions {
  /** The address of the bundle's folder, relative to the page. */
  bundle: string;
  /** The address of vitrine.wasm; by default it lies beside this script. */
  wasm?: string;
  /** False runs the engine in the page instead of a web worker. */
  worker?: boolean;
}

/** How results are asked for and shown; each field has an attribute data-FIELD. */
export interface ViewOptions extends ConnectOptions {
  /** A BCP 47 tag; by default the page's own language. */
  lang?: string;
  /** Hits per page, 1 to 100; 24 by default. */
  limit?: number;
  /** By default as the shopper's system is set. */
  theme?: Theme;
  /** One of the ready looks, "plain" by default; the shop's own properties go before it. */
  look?: Look;
}

export interface InitOptions extends ViewOptions {
  /** The shop's text field, or a selector that finds it. */
  input: string | HTMLInputElement;
  /** False keeps no recent searches on the shopper's device. */
  recent?: boolean;
}

export interface ResultsOptions extends ViewOptions {
  /** The element to fill, or a selector that finds it. */
  into: string | HTMLElement;
  query?: string;
  /** Filters of the page itself, such as its category: always on, never shown as chosen. */
  scope?: Filters;
}

/** Results in a page. */
export interface InlineResults {
  search(query: string): void;
  destroy(): void;
}

const engines = new Map<string, Promise<EngineClient>>();

/** Opens the engine for the bundle, or returns the one that is open already. */
export function connect(options: ConnectOptions): Promise<EngineClient> {
  const bundle = new URL(options.bundle, document.baseURI).href;
  const key = JSON.stringify([bundle, options.wasm, options.worker]);
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = openEngine({ ...options, bundle });
    engines.set(key, engine);
    // Opening can be tried again: a failure is not kept.
    engine.catch(() => engines.delete(key));
  }
  return engine;
}

/** Puts the search on the shop's text field. */
export function init(options: InitOptions): Widget {
  const input = found(options.input);
  if (!(input instanceof HTMLInputElement)) {
    throw new TypeError(`vitrine: ${String(options.input)}: not a text field (hint: data-input is a CSS selector)`);
  }
  const recent = options.recent === false ? undefined : recentSearches(options.bundle);
  return new Widget(input, view(options, { suggestions: mostSuggestions, recent }));
}

/** Fills an element of the page with results. */
export function results(options: ResultsOptions): InlineResults {
  const into = found(options.into);
  if (into === null) throw new TypeError(`vitrine: ${String(options.into)}: no such element on this page`);
  const { store, ...look } = view(options);
  const destroy = mountResults(into, { store, ...look });
  const search = (query: string) => store.send({ type: "typed", query, composing: false });
  search(options.query ?? "");
  return { search, destroy };
}

/** How many suggestions the panel has room for beside the products. */
const mostSuggestions = 6;

/** Every shop, that is every bundle, has recent searches of its own. */
function recentSearches(bundle: string): RecentSearches {
  return new RecentSearches(() => localStorage, `vitrine:recent:${new URL(bundle, document.baseURI).href}`);
}

function view(options: ViewOptions & { scope?: Filters }, more: Partial<StoreOptions> = {}) {
  const lang = options.lang ?? (document.documentElement.lang || "en");
  const store = new Store(() => connect(options), { limit: options.limit ?? 24, scope: options.scope ?? {}, ...more });
  return { store, locale: new Locale(lang), theme: options.theme ?? "auto", look: options.look ?? "plain" };
}

function found<E extends HTMLElement>(place: string | E): HTMLElement | null {
  return typeof place === "string" ? document.querySelector<HTMLElement>(place) : place;
}

/** What the tag's data attributes say; one that is absent or makes no sense keeps its default. */
function optionsOf(tag: HTMLScriptElement): InitOptions {
  const { bundle = "", input = "", lang, limit, look, recent, theme, wasm, worker } = tag.dataset;
  const pageSize = Number(limit);
  return {
    bundle,
    input,
    ...(lang ? { lang } : {}),
    ...(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 100 ? { limit: pageSize } : {}),
    ...(theme === "light" || theme === "dark" ? { theme } : {}),
    // A name that is none of the looks is shown as the plain one.
    ...(look ? { look: look as Look } : {}),
    ...(recent === "off" ? { recent: false } : {}),
    ...(wasm ? { wasm } : {}),
    ...(worker === "false" ? { worker: false } : {}),
  };
}

// A module has no document.currentScript, but it knows its own address.
for (const tag of document.querySelectorAll<HTMLScriptElement>("script[data-bundle][data-input]")) {
  if (tag.src !== import.meta.url) continue;
  try {
    init(optionsOf(tag));
  } catch (error) {
    // The shop's own search goes on working without the widget.
    console.error(error);
  }
}
