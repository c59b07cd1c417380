import type { SearchRequest, SuggestRequest, Error as WireError } from "../core/wire.ts";
import type { Limits } from "./limits.ts";

/**
 * The messages between a page and its engine. Every call has a number of its
 * own, and the answer bears it; so answers may come in any order, and one that
 * nobody waits for any more is dropped. Results are JSON text: parsing it in the
 * page costs less than the structured clone of the same objects.
 */

/** Where to find what the engine needs, by absolute addresses, and how long to wait for it. */
export interface Places {
  bundle: string;
  wasm: string;
  limits: Limits;
  /** Whether every display card is fetched, or those that are shown. */
  allCards: boolean;
}

/** The manifest that the page fetched while the engine's worker started; null where it could not. */
export type EarlyManifest = ServedManifest | null;

/** The engine that the page compiled meanwhile; null where it could not. */
export type EarlyModule = WebAssembly.Module | null;

/** The text of manifest.json, and whether the host compresses parts on their way. */
export interface ServedManifest {
  text: string;
  negotiated: boolean;
}

/**
 * The requests by method. "open" waits until the bundle is open, and names it. "hit" is a
 * search for one hit of a page that failed.
 */
export interface Requests {
  open: null;
  search: SearchRequest;
  hit: SearchRequest;
  suggest: SuggestRequest;
  health: null;
}

/** Page to engine: a call. */
export type Call = { [M in keyof Requests]: { id: number; method: M; request: Requests[M] } }[keyof Requests];

/** Page to engine: nobody waits for the answer to this call any more. */
export interface Cancel {
  cancel: number;
}

/** Page to engine, first of all and before it is known to run: what to open. */
export interface Start {
  start: Places;
}

/** Page to engine, after that: what the page has got for it, each once. */
export type Arrived = { manifest: EarlyManifest } | { module: EarlyModule };

/** Page to engine: the shop may have published another bundle. */
export interface Refresh {
  refresh: true;
}

/** Page to engine: the last message. A worker is terminated instead. */
export interface Close {
  close: true;
}

/** Engine to page: what became of a call. */
export type Answer = { id: number; result: string } | { id: number; error: WireError };

/** Engine to page, first of all: it runs. */
export interface Ready {
  ready: true;
}

/** Engine to page: both stages of the ranking are loaded; answers from now on are by both. */
export interface Completed {
  completed: true;
}

/** Engine to page: what went wrong and does not keep it from answering. */
export interface Warning {
  warning: WireError;
}

export type ToEngine = Start | Arrived | Call | Cancel | Refresh | Close;
export type ToPage = Answer | Ready | Completed | Warning;

/** Port is what a Worker, a worker's global scope and a MessagePort have in common. */
export interface Port<In, Out> {
  postMessage(message: Out): void;
  onmessage: ((event: MessageEvent<In>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}
