/**
 * Category facets are trees: a value is a path ("Furniture > Chairs") and counts
 * everything below it. Shown all at once they would be a wall of words, so a
 * branch opens when it is chosen or when it is the only one.
 */
import type { FacetValue } from "./wire.ts";

const separator = " > ";

/** A facet's value in its place in the tree. */
export interface Branch {
  readonly facet: FacetValue;
  /** The last step of the path, which is what is shown. */
  readonly name: string;
  /** 0 for the outermost shown. */
  readonly depth: number;
}

/** True where one of the paths leads through the other. */
export function related(a: string, b: string): boolean {
  return within(a, b) || within(b, a);
}

/** True where the path lies below the other, or is the same. */
export function within(path: string, above: string): boolean {
  return path === above || path.startsWith(above + separator);
}

/** The last step of a path. */
export function leaf(path: string): string {
  return path.split(separator).at(-1) ?? path;
}

/**
 * The values to show, parents before their children, otherwise in the order
 * given. With a scope only what lies below it is shown.
 */
export function branches(
  values: readonly FacetValue[],
  chosen: readonly string[],
  scope: readonly string[] = [],
): Branch[] {
  const shown: Branch[] = [];
  const descend = (parent: string, depth: number) => {
    const children = values.filter((v) => parentOf(v.value) === parent);
    for (const facet of children) {
      shown.push({ facet, name: leaf(facet.value), depth });
      const open = children.length === 1 || chosen.some((c) => within(c, facet.value));
      if (open) descend(facet.value, depth + 1);
    }
  };
  for (const root of scope.length > 0 ? scope : [""]) descend(root, 0);
  return shown;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(separator)));
}
