import type { Look } from "../ui/looks.ts";
import type { AddressOptions, InitOptions } from "../ui/options.ts";

/** What the tag's data attributes say; one that is absent or makes no sense keeps its default. */
export function optionsOf(tag: HTMLElement): InitOptions {
  const { bundle = "", input = "" } = tag.dataset;
  return { ...commonOptions(tag.dataset), bundle, input };
}

/** What the tag and an element say alike; `bundle` is for the caller to find. */
export function commonOptions(said: Readonly<Record<string, string | undefined>>): Partial<InitOptions> {
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

function addressOptions({ url, urlPrefix }: Readonly<Record<string, string | undefined>>): AddressOptions {
  return {
    ...(url === "on" || url === "off" ? { url: url === "on" } : {}),
    ...(urlPrefix === undefined ? {} : { urlPrefix }),
  };
}
