/**
 * What the arrow keys walk through: recent searches, suggestions and hits, as one
 * list in the order in which they are shown.
 */
import type { State } from "./state.ts";
import type { Hit, Suggestion } from "./wire.ts";

export type Option =
  | { readonly kind: "recent"; readonly text: string }
  | { readonly kind: "suggestion" | "category"; readonly suggestion: Suggestion }
  | { readonly kind: "hit"; readonly hit: Hit };

/** How many recent searches are shown beside suggestions. */
const mostWhileTyping = 3;

export function optionsOf(state: State): Option[] {
  const recent = recentFor(state);
  const known = new Set(recent.map((text) => text.toLowerCase()));
  const wanted = state.suggestions.filter((s) => s.scope !== undefined || !known.has(s.text.toLowerCase()));
  return [
    ...recent.map((text): Option => ({ kind: "recent", text })),
    ...wanted.filter((s) => s.kind !== "category").map((suggestion): Option => ({ kind: "suggestion", suggestion })),
    ...wanted.filter((s) => s.kind === "category").map((suggestion): Option => ({ kind: "category", suggestion })),
    ...(state.results?.hits ?? []).map((hit): Option => ({ kind: "hit", hit })),
  ];
}

/** All recent searches while nothing is typed, then those that begin with what is. */
function recentFor({ query, recent }: State): readonly string[] {
  const typed = query.trimStart().toLowerCase();
  if (typed === "") return recent;
  return recent
    .filter((text) => text.toLowerCase().startsWith(typed) && text.toLowerCase() !== typed)
    .slice(0, mostWhileTyping);
}
