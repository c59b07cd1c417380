import type { Look } from "../ui/looks.ts";
import type { AddressOptions, InitOptions } from "../ui/options.ts";

/** What the tag's data attributes say; one that is absent or makes no sense keeps its default. */
export function optionsOf(tag: HTMLElement): InitOptions {
  doubt(tag.dataset);
  const { bundle = "", input = "" } = tag.dataset;
  return { ...commonOptions(tag.dataset), bundle, input };
}

type Said = Readonly<Record<string, string | undefined>>;

/** What may be said where it is one of a few words, in the names of a dataset. */
const words: Readonly<Record<string, string>> = {
  cards: "all shown",
  dataLayer: "on off",
  keys: "on off",
  look: "plain warm bold",
  paging: "more infinite pages",
  preload: "idle intent none",
  quickView: "on off",
  recent: "on off",
  theme: "light dark auto",
  url: "on off",
  why: "on off",
  worker: "true false",
};

/** Tells the console of words that make no sense: the shop may rely on them, as who writes `data-recent="no"` does. */
function doubt(said: Said): void {
  for (const [name, known] of Object.entries(words)) {
    const word = said[name];
    if (!word || known.split(" ").includes(word)) continue;
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    console.warn(`vitrine: ${attribute}="${word}" is ignored (hint: one of ${known.replaceAll(" ", ", ")})`);
  }
}

/** What the tag and an element say alike; `bundle` is for the caller to find. */
export function commonOptions(said: Said): Partial<InitOptions> {
  const { card, cards, dataLayer, endpoint, keys, lang, limit, look, paging } = said;
  const { preload, quickView, recent, theme, wasm, why, worker } = said;
  const pageSize = Number(limit);
  return {
    ...(lang ? { lang } : {}),
    ...(Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= 100 ? { limit: pageSize } : {}),
    ...(paging === "infinite" || paging === "pages" ? { paging } : {}),
    ...(theme === "light" || theme === "dark" ? { theme } : {}),
    // A name that is none of the looks is shown as the plain one.
    ...(look ? { look: look as Look } : {}),
    ...(dataLayer === "on" ? { dataLayer: true } : {}),
    ...(quickView === "off" ? { quickView: false } : {}),
    ...(why === "on" ? { why: true } : {}),
    ...(card ? { card } : {}),
    ...(cards === "all" ? { cards } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(keys === "off" ? { keys: false } : {}),
    ...(preload === "idle" || preload === "intent" || preload === "none" ? { preload } : {}),
    ...(recent === "off" ? { recent: false } : {}),
    ...addressOptions(said),
    ...(wasm ? { wasm } : {}),
    ...(worker === "false" ? { worker: false } : {}),
  };
}

function addressOptions({ url, urlPrefix }: Said): AddressOptions {
  return {
    ...(url === "on" || url === "off" ? { url: url === "on" } : {}),
    ...(urlPrefix === undefined ? {} : { urlPrefix }),
  };
}
