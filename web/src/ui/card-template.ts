/** Filling a template of the shop's page with a product. */
import { safeAddress } from "../core/address.ts";
import type { Hit } from "../core/wire.ts";
import { fieldOf, imageOf } from "./card-fields.ts";
import type { CardScene } from "./options.ts";

/** Elements whose text is a program or rules: no product may write either. */
const programs = new Set(["script", "style"]);

/**
 * A copy of the template in which `data-field` names what an element shows. What the
 * product does not have goes, with the elements whose `data-if` names it.
 */
export function fill(template: HTMLTemplateElement, hit: Hit, scene: CardScene): DocumentFragment {
  const card = document.importNode(template.content, true);
  const has = (name: string) => (name === "image" ? address(hit) : fieldOf(name, hit, scene)) !== undefined;
  for (const part of card.querySelectorAll("[data-if]")) {
    if (!has(part.getAttribute("data-if") ?? "")) part.remove();
  }
  const titled = card.querySelector("[data-field=title]") !== null;
  for (const part of card.querySelectorAll("[data-field]")) {
    const name = part.getAttribute("data-field") ?? "";
    if (part instanceof HTMLImageElement) show(part, hit, titled);
    else {
      const value = programs.has(part.localName) ? undefined : fieldOf(name, hit, scene);
      if (value === undefined) part.remove();
      else part.replaceChildren(value);
    }
  }
  return card;
}

function show(picture: HTMLImageElement, hit: Hit, titled: boolean): void {
  const source = address(hit);
  if (source === undefined || picture.dataset["field"] !== "image") {
    picture.remove();
    return;
  }
  // Where the title stands beside it the picture is silent, unless the shop gave it words.
  if (!picture.hasAttribute("alt")) picture.alt = titled ? "" : hit.title;
  if (!picture.hasAttribute("loading")) picture.loading = "lazy";
  // One that cannot be shown keeps its place.
  picture.addEventListener("error", () => {
    picture.style.visibility = "hidden";
  });
  picture.src = source;
}

function address(hit: Hit): string | undefined {
  return safeAddress(imageOf(hit), document.baseURI);
}
