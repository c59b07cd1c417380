/**
 * The names by which a page's own rules reach into the views: `vitrine-panel::part(chip)`.
 *
 * A part is seen one tree up only, so each view passes on the names of those it
 * holds. Cards stand in the page's own tree; theirs need no passing on. THEMING.md
 * says what each is, and a test holds it to these lists.
 */

export const cardParts = [
  "image",
  "title",
  "match",
  "brand",
  "variant",
  "rating",
  "stock",
  "price",
  "list-price",
] as const;

export const rangeParts = ["price-slider", "price-field", "price-apply"] as const;

export const facetsParts = [
  "facet",
  "facet-title",
  "facet-value",
  "facet-checkbox",
  "facet-count",
  "facet-more",
  "facet-finder",
  "swatch",
  ...rangeParts,
] as const;

export const resultsParts = [
  "bar",
  "total",
  "filter-button",
  "sort",
  "layout",
  "notice",
  "chips",
  "chip",
  "clear",
  "facets",
  "hits",
  "more",
  "page",
  "shown",
  "message",
  "message-title",
  "button",
  "progress",
  "skeleton",
  ...facetsParts,
] as const;

/** The quick view stands in the tree of the panel, or of the results where there is none. */
export const quickViewParts = [
  "quick-view",
  "quick-view-close",
  "quick-view-link",
  "why",
  "why-title",
  ...cardParts.map((part) => `quick-view-${part}` as const),
] as const;

export const panelParts = ["panel", "head", "close", ...resultsParts] as const;
