/**
 * Opening quick views, whose code is fetched with the first one: most shoppers open none.
 *
 * Where it cannot be had, the product's page shows more than the view would have.
 */
import type { LitElement } from "lit";
import type { Store } from "../core/store.ts";
import type { Hit } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import { fire } from "./events.ts";
import { hitAddress, type Peek } from "./hits.ts";

/** What a quick view shows and does, besides the product. */
export interface QuickViewScene {
  readonly store: Store;
  readonly locale: Locale;
  /** Offers to say why the product was found. */
  readonly why: boolean;
  select(event: MouseEvent, hit: Hit, position: number): void;
}

let warned = false;

/**
 * Returns what opens quick views in the host's tree, whose colours they take. The
 * source fires `vitrine:quickview` before; a page that cancels it shows its own.
 */
export function quickViews(host: LitElement, source: EventTarget, scene: QuickViewScene): Peek {
  /** The number of the newest view asked for; one that was waited for longer is too late. */
  let newest = 0;
  return async (hit, position) => {
    const { query, results, open } = scene.store.state;
    const detail = { hit, position, query, currency: results?.currency ?? "" };
    if (!fire(source, "vitrine:quickview", detail)) return;
    const asked = ++newest;
    const wanted = () => asked === newest && host.isConnected && scene.store.state.open === open;
    try {
      await import("./quick-view.ts");
    } catch (error) {
      if (!warned) console.warn(`vitrine: ${(error as Error).message} (upload dist/ whole)`);
      warned = true;
      if (wanted()) follow(host.ownerDocument, hit, position, scene);
      return;
    }
    if (!wanted()) return;
    const view = host.ownerDocument.createElement("vitrine-quick-view");
    Object.assign(view, { ...scene, hit, position });
    host.renderRoot.append(view);
  };
}

/** Goes to the product's page as if its link had been pressed. */
function follow(page: Document, hit: Hit, position: number, scene: QuickViewScene): void {
  const address = hitAddress(hit, page.baseURI);
  if (address === undefined) return;
  const link = page.createElement("a");
  link.href = address;
  link.addEventListener("click", (event) => scene.select(event, hit, position));
  link.click();
}
