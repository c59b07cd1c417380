/**
 * Products as the shop draws them in lists and grids: by a function, or by a template of
 * its page. CARDS.md says how.
 *
 * What a merchant wrote enters a template as text, and a picture's address only through
 * safeAddress. What a function returns is the shop's own; a string of it is text.
 */
import { safeAddress } from "../core/address.ts";
import type { Layout } from "../core/layout.ts";
import type { Hit } from "../core/wire.ts";
import { titleOf } from "./card-fields.ts";
import { fill } from "./card-template.ts";
import type { CardFunction, CardHelpers, CardScene, DrawCard } from "./options.ts";

let warned = false;

/** Tells the console once what is wrong with the shop's cards. */
function warn(error: unknown): void {
  if (!warned)
    console.warn(`vitrine: card: ${error instanceof Error ? error.message : error}; the built-in card is shown`);
  warned = true;
}

/**
 * Returns what draws the shop's cards, undefined for those that it cannot. A product is
 * drawn once per layout, because the list around it is written anew at every key.
 */
export function shopCards(card: CardFunction | HTMLTemplateElement | string): DrawCard {
  const draw = typeof card === "function" ? byFunction(card) : byTemplate(templateOf(card));
  const drawn: Record<Layout, WeakMap<Hit, Element | undefined>> = { list: new WeakMap(), grid: new WeakMap() };
  return (hit, scene) => {
    const known = drawn[scene.layout];
    if (!known.has(hit)) known.set(hit, attempt(draw, hit, scene));
    return known.get(hit);
  };
}

type Draw = (hit: Hit, scene: CardScene) => unknown;

/** In an element of its own, since a fragment can be inserted only once. */
function attempt(draw: Draw, hit: Hit, scene: CardScene): Element | undefined {
  try {
    const content = draw(hit, scene);
    if (typeof content !== "string" && !(content instanceof Node)) throw new TypeError("neither a node nor a string");
    const own = document.createElement("div");
    own.className = "vitrine-own";
    own.append(content);
    return own;
  } catch (error) {
    warn(error);
    return undefined;
  }
}

function byFunction(card: CardFunction): Draw {
  return (hit, { locale, currency, layout }) => {
    const helpers: CardHelpers = {
      layout,
      money: (amount) => locale.money(amount, currency),
      title: () => titleOf(hit),
      safeAddress: (address) => safeAddress(address, document.baseURI),
    };
    return card(hit, helpers);
  };
}

function byTemplate(template: HTMLTemplateElement): Draw {
  return (hit, scene) => fill(template, hit, scene);
}

function templateOf(card: HTMLTemplateElement | string): HTMLTemplateElement {
  const found = typeof card === "string" ? document.querySelector(card) : card;
  if (!(found instanceof HTMLTemplateElement)) throw new TypeError(`${String(card)}: no template on this page`);
  return found;
}
