/**
 * The few rules that live in the shop's tree, for the list that must stand there
 * (see hits.ts). They are written so that a shop's rules for a, ul and li do not
 * reach them, and adopted as a constructed sheet, which a strict CSP allows.
 */
import { type CSSResult, css } from "lit";

export const hitsStyles: CSSResult = css`
  .vitrine-hits.vitrine-hits.vitrine-hits {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    list-style: none;
  }
  ul.vitrine-hits.vitrine-hits.vitrine-hits {
    grid-template-columns: repeat(auto-fill, minmax(min(46%, var(--vitrine-tile, 210px)), 1fr));
    gap: 32px 20px;
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
    padding: 10px 12px;
    scroll-margin-block: 12px;
    cursor: pointer;
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
