import { css } from "lit";

/** Where the parts of the results stand, and how they move together where there is little room. */
export const resultsStyles = css`
  :host {
    display: block;
    container: vitrine-results / inline-size;
  }
  :host([embedded]) {
    min-block-size: 0;
  }
  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
  }
  :host([embedded]) .frame {
    block-size: 100%;
  }
  .columns {
    display: grid;
    grid-template-columns: 248px minmax(0, 1fr);
    gap: 40px;
    align-items: start;
    padding-block-start: 8px;
  }
  .columns:not(:has(.facets:not([hidden]))) {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([embedded]) .columns {
    flex: 1;
    grid-template-rows: minmax(0, 1fr);
    gap: 0;
    align-items: stretch;
    padding: 0;
    min-block-size: 0;
  }
  :host([embedded]) .facets,
  :host([embedded]) .scroller {
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_control) transparent;
  }
  :host([embedded]) .facets {
    padding-block: 8px 16px;
    padding-inline: 20px 12px;
    border-inline-end: 1px solid var(--_line);
  }
  .scroller {
    position: relative;
  }
  :host([embedded]) .scroller {
    padding: 8px;
  }
  .scroller:focus-visible {
    outline-offset: -2px;
  }
  .done {
    display: none;
  }
  .foot {
    display: grid;
    justify-items: center;
    gap: 10px;
    padding-block: 28px 16px;
    text-align: center;
  }
  :host([embedded]) .foot {
    padding-block: 16px 12px;
  }
  .shown {
    color: var(--_muted);
    font-size: 0.867em;
    font-variant-numeric: tabular-nums;
  }

  @container vitrine-results (max-width: 47em) {
    .columns,
    :host([embedded]) .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .filter {
      display: inline-flex;
      justify-content: center;
    }
    .sort-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .layout {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
    :host([embedded]) .bar {
      padding-inline: 16px;
    }
    :host([embedded]) .chips {
      padding-inline: 16px;
    }
    .chip {
      min-block-size: 44px;
    }
    select,
    .filter {
      min-block-size: 44px;
    }
    .sort {
      min-inline-size: 0;
    }
    select {
      inline-size: 100%;
      font-size: 16px;
    }
    .facets {
      display: none;
    }
    .filtering .facets {
      display: block;
    }
    .filtering .scroller {
      display: none;
    }
    :host([embedded]) .facets {
      padding: 8px 16px 0;
      border: 0;
    }
    .done {
      position: sticky;
      z-index: 1;
      inset-block-end: 0;
      display: grid;
      padding-block: 12px max(12px, env(safe-area-inset-bottom));
      background: var(--_surface);
    }
  }
  /* A phone held upright has room for two of the controls in a row. */
  @container vitrine-results (max-width: 37em) {
    .bar {
      min-block-size: 112px;
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px;
      padding-block: 8px;
    }
    .total {
      grid-row: 2;
    }
    .layouts {
      grid-row: 2;
      grid-column: 2;
      justify-content: end;
    }
  }
  @media (forced-colors: active) {
    .layout[aria-pressed="true"] {
      background: SelectedItem;
      color: SelectedItemText;
      forced-color-adjust: none;
    }
    .chip,
    .ghost i,
    .ghost b {
      border: 1px solid;
    }
    .progress::after {
      background: Highlight;
    }
  }
`;
