import { css } from "lit";

export const cardStyles = css`
  :host {
    display: grid;
    grid-template-columns: calc(84px * var(--_density)) minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: center;
    overflow-wrap: anywhere;
    color: var(--_text);
  }
  .picture {
    display: grid;
    place-items: center;
    aspect-ratio: 1;
    overflow: hidden;
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    color: var(--_muted);
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    filter: var(--vitrine-picture-filter, none);
  }
  .words {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
  }
  .brand,
  .variant,
  .facts {
    color: var(--_muted);
    font-size: 0.867em;
  }
  .brand,
  .variant,
  .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .title {
    font-weight: var(--_title-weight);
    line-height: 1.35;
  }
  mark {
    background: none;
    color: inherit;
    font-weight: bolder;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
  }
  .rating {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .star {
    inline-size: 14px;
    block-size: 14px;
    stroke: none;
    fill: var(--_star);
  }
  .stock.in_stock {
    color: var(--_stock);
  }
  .price {
    display: grid;
    justify-items: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .now {
    font-weight: 650;
  }
  .reduced {
    color: var(--_sale);
  }
  s {
    color: var(--_muted);
    font-size: 0.867em;
  }

  /* A title of one line or of two begins at the same height. */
  :host([layout="row"]) .words {
    align-self: start;
  }
  :host([layout="tile"]) {
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
  }
  :host([layout="tile"]) .picture {
    border-radius: var(--_radius);
  }
  /* Tiles of a row end alike, and another product in a tile moves none of them. */
  :host([layout="tile"]) .title {
    min-block-size: 2.7em;
  }
  :host([layout="tile"]) .price {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    margin-block-start: -6px;
    white-space: normal;
  }

  :host([layout="full"]) {
    grid-template: auto auto 1fr / minmax(0, 5fr) minmax(0, 6fr);
    gap: 16px 28px;
    align-items: start;
  }
  :host([layout="full"]) .picture {
    grid-row: 1 / -1;
    border-radius: var(--_radius);
  }
  :host([layout="full"]) .words {
    gap: 6px;
    padding-inline-end: 40px;
  }
  :host([layout="full"]) .title {
    display: block;
    font-size: 1.4em;
    font-weight: 650;
    text-wrap: balance;
  }
  :host([layout="full"]) .title mark {
    font-weight: inherit;
  }
  :host([layout="full"]) .price {
    display: flex;
    align-items: baseline;
    gap: 10px;
    font-size: 1.25em;
  }
  .rest {
    display: grid;
    gap: 16px;
  }

  @media (max-width: 40rem) {
    :host([layout="full"]) {
      grid-template: none / minmax(0, 1fr);
    }
    :host([layout="full"]) .picture {
      grid-row: auto;
      justify-self: center;
      inline-size: min(100%, 42dvh);
    }
    :host([layout="full"]) .words {
      padding: 0;
    }
  }
  @media (max-width: 30rem) {
    :host([layout="row"]) {
      grid-template-columns: calc(84px * var(--_density)) minmax(0, 1fr);
    }
    :host([layout="row"]) .picture {
      grid-row: span 2;
      align-self: start;
    }
    /* As high as with two lines of title, with the facts at the end, so that another product moves nothing. */
    :host([layout="row"]) .words {
      display: flex;
      flex-direction: column;
      min-block-size: 5.45em;
    }
    :host([layout="row"]) .facts {
      margin-block-start: auto;
    }
    :host([layout="row"]) .price {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 8px;
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .picture {
      border: 1px solid;
    }
    mark {
      text-decoration: underline;
    }
    .star {
      fill: currentcolor;
    }
  }
`;
