import { RecentSearches } from "../core/recent.ts";

/** Every shop, that is every bundle, has recent searches of its own. */
export function recentSearches(bundle: string): RecentSearches {
  return new RecentSearches(() => localStorage, `vitrine:recent:${new URL(bundle, document.baseURI).href}`);
}
