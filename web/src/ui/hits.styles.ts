/**
 * The few rules that live in the shop's tree, for the list that must stand there
 * (see hits.ts). They are written so that a shop's rules for a, ul and li do not
 * reach them, and adopted as a constructed sheet, which a strict CSP allows.
 */
import { type CSSResult, css } from "lit";
import { suggestionsStyles } from "./suggestions.styles.ts";

const hitsStyles: CSSResult = css`
  ${suggestionsStyles}
  .vitrine-hits.vitrine-hits.vitrine-hits {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    list-style: none;
  }
  ul.vitrine-hits.vitrine-hits.vitrine-hits.grid {
    grid-template-columns: repeat(auto-fill, minmax(min(46%, var(--vitrine-tile, 210px)), 1fr));
    gap: calc(32px * var(--_density)) calc(20px * var(--_density));
  }
  ul.vitrine-hits.vitrine-hits.vitrine-hits.list {
    gap: calc(20px * var(--_density));
  }
  .vitrine-tile.vitrine-tile.vitrine-tile {
    display: block;
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  .vitrine-tile.vitrine-tile.vitrine-tile::before,
  .vitrine-tile.vitrine-tile.vitrine-tile::marker {
    content: none;
  }
  .vitrine-products.vitrine-products.vitrine-products {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .vitrine-products.vitrine-products.vitrine-products.grid {
    grid-template-columns: repeat(auto-fill, minmax(min(46%, 150px), 1fr));
    gap: 4px;
  }
  .vitrine-hit.vitrine-hit.vitrine-hit {
    display: block;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_text);
    font: inherit;
    letter-spacing: normal;
    text-align: start;
    text-decoration: none;
    text-transform: none;
    -webkit-tap-highlight-color: transparent;
  }
  /* The shop's own card; any rule of the shop's goes before this one. */
  :where(.vitrine-own mark) {
    background: none;
    color: inherit;
    font-weight: 700;
  }
  .vitrine-hit.vitrine-hit.vitrine-hit:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 4px;
  }
  /* A slotted element's inner parts are out of the shadow's reach. */
  .vitrine-field::-webkit-search-cancel-button {
    appearance: none;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background:
      linear-gradient(45deg, transparent 46%, var(--_muted) 46% 54%, transparent 54%) center / 12px 12px no-repeat,
      linear-gradient(-45deg, transparent 46%, var(--_muted) 46% 54%, transparent 54%) center / 12px 12px no-repeat;
    cursor: pointer;
  }
  .vitrine-hit.vitrine-hit[role="option"] {
    padding: calc(10px * var(--_density)) 12px;
    scroll-margin-block: 12px;
    cursor: pointer;
  }
  .vitrine-hit.vitrine-hit[role="option"]:has(.vitrine-peek) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
  }
  .vitrine-peek.vitrine-peek.vitrine-peek {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: 44px;
    block-size: 44px;
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_pill);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .vitrine-tile.vitrine-tile {
    position: relative;
  }
  .vitrine-products.grid > .vitrine-hit.vitrine-hit[role="option"] {
    position: relative;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .vitrine-hits.list .vitrine-tile.vitrine-tile.vitrine-tile:has(.vitrine-peek) {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
  }
  .vitrine-products.grid .vitrine-peek.vitrine-peek,
  .vitrine-hits:not(.list) .vitrine-tile .vitrine-peek.vitrine-peek {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    background: var(--_surface);
    color: var(--_text);
  }
  .vitrine-peek.vitrine-peek.vitrine-peek:hover {
    border-color: var(--_control);
    color: var(--_text);
  }
  .vitrine-peek.vitrine-peek.vitrine-peek:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .vitrine-peek.vitrine-peek svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* With a mouse it shows on what is pointed at or chosen. */
  @media (hover: hover) {
    .vitrine-peek.vitrine-peek {
      opacity: 0;
    }
    .vitrine-hit[aria-selected="true"] .vitrine-peek.vitrine-peek,
    :is(.vitrine-hit, .vitrine-tile):hover .vitrine-peek.vitrine-peek,
    .vitrine-peek.vitrine-peek:focus-visible {
      opacity: 1;
    }
  }
  .vitrine-hit.vitrine-hit[role="option"]:hover {
    background: var(--_sunken);
  }
  .vitrine-hit.vitrine-hit[role="option"][aria-selected="true"] {
    background: var(--_sunken);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
`;

/** Makes the rules hold in the tree that the node stands in; once per tree. */
export function adoptHitsStyles(node: Node): void {
  const root = node.getRootNode();
  const sheet = hitsStyles.styleSheet;
  if (sheet === undefined || !(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
