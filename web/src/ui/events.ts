/**
 * The events of the page: `vitrine:search`, `vitrine:select` and the rest, as DOM
 * events that bubble and cross shadow roots. EVENTS.md lists them.
 */
import { type Notifications, Notifier, type SearchDetail } from "../core/notifier.ts";
import type { Store } from "../core/store.ts";
import type { Hit } from "../core/wire.ts";
import { searched, selected } from "./data-layer.ts";

/**
 * What `vitrine:select` says, where cancelling keeps the page where it is, and
 * `vitrine:quickview`, where it leaves the view to the page.
 */
export interface SelectDetail {
  readonly hit: Hit;
  /** The place in the list, from 0. */
  readonly position: number;
  readonly query: string;
  /** The ISO 4217 code of the hit's prices. */
  readonly currency: string;
}

export type { SearchDetail };

/** What each event has for its detail. */
export interface VitrineEvents {
  "vitrine:open": Notifications["open"];
  "vitrine:close": Notifications["close"];
  "vitrine:search": SearchDetail;
  "vitrine:noresults": SearchDetail;
  "vitrine:filter": Notifications["filter"];
  "vitrine:sort": Notifications["sort"];
  "vitrine:error": Notifications["error"];
  "vitrine:select": SelectDetail;
  "vitrine:quickview": SelectDetail;
}

/** Fires the event; false where a listener cancelled it. */
export function fire<Name extends keyof VitrineEvents>(
  target: EventTarget,
  name: Name,
  detail: VitrineEvents[Name],
): boolean {
  const cancelable = name === "vitrine:select" || name === "vitrine:quickview";
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}

/** Those who show one store, the first of whom its events come from. */
interface Showing {
  readonly notifier: Notifier;
  readonly targets: Set<EventTarget>;
  /** The page's dataLayer is told, too. */
  dataLayer: boolean;
  /** One of them is a panel, which opens and closes. */
  panel: boolean;
}

const showings = new WeakMap<Store, Showing>();

/** How a store is shown at a target. */
export type Manner = Partial<Pick<Showing, "dataLayer" | "panel">>;

/**
 * Fires the store's events at the target, until the returned function is called. Of
 * several targets of one store only the first gets them: one search, one event.
 */
export function fireAt(target: EventTarget, store: Store, { dataLayer = false, panel = false }: Manner): () => void {
  const showing = showings.get(store) ?? begin(store);
  showing.targets.add(target);
  showing.dataLayer ||= dataLayer;
  showing.panel ||= panel;
  return () => {
    showing.targets.delete(target);
    if (showing.targets.size > 0) return;
    showing.notifier.stop();
    showings.delete(store);
  };
}

function begin(store: Store): Showing {
  const targets = new Set<EventTarget>();
  const notifier = new Notifier(store, (name, detail) => {
    const [first] = targets;
    const opening = name === "open" || name === "close";
    if (first === undefined || (opening && !showing.panel)) return;
    fire(first, `vitrine:${name}`, detail as never);
    if (name === "search" && showing.dataLayer) searched(detail as SearchDetail);
  });
  const showing: Showing = { notifier, targets, dataLayer: false, panel: false };
  showings.set(store, showing);
  return showing;
}

/** Tells at once of a search that would be told of when it has rested: the page may be left. */
export function settle(store: Store): void {
  showings.get(store)?.notifier.settle();
}

/** Fires `vitrine:select` for a hit that was pressed, and holds the link back if that is cancelled. */
export function select(target: EventTarget, store: Store, event: Event, hit: Hit, position: number): void {
  const showing = showings.get(store);
  settle(store);
  const { query, results } = store.state;
  const detail: SelectDetail = { hit, position, query, currency: results?.currency ?? "" };
  if (showing?.dataLayer) selected(detail);
  if (!fire(target, "vitrine:select", detail)) event.preventDefault();
}

type CustomEvents = { [Name in keyof VitrineEvents]: CustomEvent<VitrineEvents[Name]> };

declare global {
  // Elements, document and window all take their events from here.
  interface GlobalEventHandlersEventMap extends CustomEvents {}
}
