import { RecentSearches } from "../core/recent.ts";

/** Every shop, that is every bundle, has recent searches of its own, unless it wants none. */
export function recentSearches({ bundle, recent }: { bundle: string; recent?: boolean }): RecentSearches | undefined {
  if (recent === false) return undefined;
  return new RecentSearches(() => localStorage, `vitrine:recent:${new URL(bundle, document.baseURI).href}`);
}
