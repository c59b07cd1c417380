/** What the elements' attributes say; the tag speaks for those that say nothing. */
import { commonOptions } from "../tag/attributes.ts";
import type { SharedOptions } from "../ui/options.ts";

/** The attributes that all elements of a group have in common: whichever says one says it for all. */
export const sharedAttributes = [
  "bundle",
  "card",
  "cards",
  "data-layer",
  "endpoint",
  "keys",
  "lang",
  "limit",
  "look",
  "paging",
  "preload",
  "quick-view",
  "recent",
  "theme",
  "url",
  "url-prefix",
  "wasm",
  "why",
  "worker",
] as const;

/** What may be asked of a group, but for what its elements are given as properties. */
export function sharedOptions(elements: readonly Element[], group: string): SharedOptions {
  const tag = document.querySelector<HTMLElement>("script[data-bundle]");
  // Of the address, the tag says what its panel writes: another search.
  const { url: _, urlPrefix: __, ...common } = { ...tag?.dataset };
  const said: Record<string, string | undefined> = common;
  for (const element of [...elements].reverse()) {
    for (const name of sharedAttributes) {
      const key = name.replace(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase());
      said[key] = element.getAttribute(name) ?? said[key];
    }
  }
  // Another group's parameters must not have the same names.
  if (group !== "") said.urlPrefix ??= `${group}.`;
  return { ...commonOptions(said), bundle: said.bundle ?? "" };
}
