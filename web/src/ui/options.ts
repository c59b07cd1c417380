/** What a page may ask of the widget: the fields of `init()` and `results()`, and the tag's attributes. */
import type { Swatches } from "../core/colours.ts";
import type { Layout } from "../core/layout.ts";
import type { Filters, Paging } from "../core/state.ts";
import type { Searcher } from "../core/store.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Messages, Texts } from "../i18n/messages.ts";
import type { Look } from "./looks.ts";

export type Theme = "auto" | "light" | "dark";

/**
 * What is loaded before the text field has the focus. "idle": the panel and the first
 * answers when the page is idle on a good connection, and the engine too when a pointer
 * comes near. "intent": both when a pointer comes near. "none": nothing.
 */
export type Preload = "idle" | "intent" | "none";

/** Where the engine comes from. */
export interface ConnectOptions {
  /** The address of the bundle's folder, relative to the page. */
  bundle: string;
  /** The address of vitrine.wasm; by default it lies beside this script. */
  wasm?: string;
  /** False runs the engine in the page instead of a web worker. */
  worker?: boolean;
  /** "all" fetches every display card once, so that no request depends on what is searched for. */
  cards?: "shown" | "all";
  /**
   * Where the HTTP API answers in place of an engine that cannot be had; what is typed is
   * sent there. By default the shopper has the shop's form alone.
   */
  endpoint?: string;
}

/** What a shop's own card may use. */
export interface CardHelpers {
  /** Whether the card is a row of a list or a tile of a grid. */
  readonly layout: Layout;
  /** An amount in the catalogue's currency, as the page's language writes it. */
  money(amount: number): string;
  /** The title, with the words that matched as `<mark>`. */
  title(): DocumentFragment;
  /** The address made absolute; undefined where it is not http or https. */
  safeAddress(address: string | undefined): string | undefined;
}

/** Draws a product; a string is shown as text. */
export type CardFunction = (hit: Hit, helpers: CardHelpers) => Node | string;

/** What of a search the page's address says. */
export interface AddressOptions {
  /** True keeps the panel's search in the address, false leaves out that of elements; by default it is the other way round. */
  url?: boolean;
  /** What the names of its parameters begin with: by default "search." for the panel, nothing for elements. */
  urlPrefix?: string;
}

/** How results are asked for and shown; each field has an attribute data-FIELD. */
export interface ViewOptions extends ConnectOptions {
  /** A BCP 47 tag; by default the page's own language. */
  lang?: string;
  /** The shop's own words in place of the widget's; only in `init()` and `results()`. */
  texts?: Texts;
  /** Hits per page, 1 to 100; 24 by default. */
  limit?: number;
  /** How further hits are reached: by a button, "more", by scrolling, "infinite", or in "pages". */
  paging?: Paging;
  /** The shop's own colours for its swatches by their names, as CSS writes colours. */
  swatches?: Swatches;
  /** By default as the shopper's system is set. */
  theme?: Theme;
  /** One of the ready looks, "plain" by default; the shop's own properties go before it. */
  look?: Look;
  /** True pushes GA4's events into the page's `dataLayer`; by default nothing is. */
  dataLayer?: boolean;
  /**
   * The shop's own card for products in lists and grids: a function that draws it, or a
   * template or a selector that finds one. By default the page's
   * `<template data-vitrine-card>`, or else the built-in card.
   */
  card?: CardFunction | HTMLTemplateElement | string;
  /** False offers no quick view of a product. */
  quickView?: boolean;
  /** True says in quick views why the product was found, to those who ask. */
  why?: boolean;
}

export interface InitOptions extends ViewOptions, AddressOptions {
  /** The shop's text field, or a selector that finds it. */
  input: string | HTMLInputElement;
  /** False keeps no recent searches on the shopper's device. */
  recent?: boolean;
  /** What may be loaded before the shopper comes to the field; "idle" by default. */
  preload?: Preload;
  /** False leaves "/", Ctrl-K and Cmd-K to the page; by default they open the search. */
  keys?: boolean;
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

/** What elements of a page that show one search may ask of it. */
export interface SharedOptions extends ViewOptions, AddressOptions {
  /** False keeps no recent searches on the shopper's device. */
  recent?: boolean;
  /** Filters of the page itself, such as its category: always on, never shown as chosen. */
  scope?: Filters;
}

/** What a page may show in elements of its own, apart from the hits. */
export type Piece = "facets" | "chips" | "sort" | "total";

/** Where a card is to stand, and in what language. */
export interface CardScene {
  readonly locale: Locale;
  readonly currency: string;
  readonly layout: Layout;
}

/** Draws the shop's own card; undefined where the built-in one is to be shown. */
export type DrawCard = (hit: Hit, scene: CardScene) => Element | undefined;

/** What the views get from the page's script: the tag, which is there before them. */
export interface Page {
  /** The BCP 47 tag of what the views say. */
  readonly lang: string;
  /** Their texts in that language; undefined where they are English, which the views bring. */
  readonly messages: Messages | undefined;
  /** Opens the engine, or returns the one that is open already. */
  connect(): Promise<Searcher>;
  /** The bundle's instant.json, fetched once; undefined where it cannot be had. */
  instant(): Promise<unknown>;
  /** Draws the shop's own cards, where it has any. */
  readonly card: DrawCard | undefined;
  /** What keeps the search in the page's address, where it is to be there. */
  readonly history: typeof import("./history.ts") | undefined;
  /** Says that a text field is a combobox; returns how to leave it as it was found. */
  describe(field: HTMLInputElement): () => void;
}
