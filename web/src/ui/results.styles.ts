import { css } from "lit";

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
  .bar {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 56px;
  }
  :host([embedded]) .bar {
    padding-inline: 20px;
    border-block-end: 1px solid var(--_line);
  }
  .total {
    margin-inline-end: auto;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .correction,
  .relaxation {
    padding-block: 10px 2px;
  }
  :host([embedded]) :is(.correction, .relaxation) {
    padding-inline: 20px;
  }
  .link {
    min-block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .link:hover {
    text-decoration-thickness: 2px;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .sort-label {
    color: var(--_muted);
    font-size: 0.867em;
    white-space: nowrap;
  }
  select,
  .filter {
    min-block-size: 38px;
    padding: 4px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    background: var(--_surface);
  }
  select {
    max-inline-size: 100%;
    font-size: 0.933em;
  }
  select:hover,
  .filter:hover {
    border-color: var(--_text);
  }
  .layouts {
    display: flex;
  }
  .layout {
    display: grid;
    place-items: center;
    min-inline-size: 38px;
    min-block-size: 38px;
    padding: 0;
    border: 1px solid var(--_control);
    background: var(--_surface);
    color: var(--_muted);
  }
  .layout:first-child {
    border-start-start-radius: var(--_radius-small);
    border-end-start-radius: var(--_radius-small);
  }
  .layout:last-child {
    border-inline-start: 0;
    border-start-end-radius: var(--_radius-small);
    border-end-end-radius: var(--_radius-small);
  }
  .layout:hover {
    color: var(--_text);
  }
  .layout[aria-pressed="true"] {
    background: var(--_sunken);
    color: var(--_text);
  }
  .filter {
    display: none;
    align-items: center;
    gap: 8px;
    white-space: nowrap;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 12px;
  }
  :host([embedded]) .chips {
    padding-inline: 20px;
    border-block-end: 1px solid var(--_line);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    padding: 2px 10px 2px 14px;
    border: 1px solid transparent;
    border-radius: var(--_pill);
    background: var(--_sunken);
    font-size: 0.867em;
    text-align: start;
  }
  .chip:dir(rtl) {
    padding: 2px 14px 2px 10px;
  }
  .chip svg {
    inline-size: 14px;
    block-size: 14px;
  }
  .chip:hover {
    border-color: var(--_control);
  }
  .chip.all {
    padding-inline: 6px;
    background: none;
    text-decoration: underline;
    text-underline-offset: 3px;
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
    padding: 8px 12px 16px 20px;
    border-inline-end: 1px solid var(--_line);
  }
  :host([embedded]) .facets:dir(rtl) {
    padding: 8px 20px 16px 12px;
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

  .message {
    display: grid;
    justify-items: center;
    gap: 8px;
    max-inline-size: 34rem;
    margin-inline: auto;
    padding: 48px 24px;
    text-align: center;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: 8px;
    border-radius: 50%;
    background: var(--_sunken);
  }
  .message h2 {
    font-size: 1.2em;
    font-weight: 650;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .message p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 10px;
    margin-block: 12px;
  }
  .message h3 {
    margin-block-start: 8px;
    font-weight: 650;
  }
  .message .count {
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .message details {
    color: var(--_muted);
    font-size: 0.867em;
  }
  .message summary {
    padding-block: 12px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .message details p {
    overflow-wrap: anywhere;
  }

  /* Waiting shows only after 300 ms: an answer from the device is there before. */
  .progress {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 2px;
    overflow: hidden;
    opacity: 0;
    animation: appear 0.2s 0.3s forwards;
  }
  .progress::after {
    content: "";
    position: absolute;
    inset: 0;
    inline-size: 40%;
    background: var(--_accent);
    animation: slide 1.1s infinite ease-in-out;
  }
  .skeleton {
    display: grid;
    gap: 20px;
    padding: 12px;
    opacity: 0;
    animation: appear 0.2s 0.3s forwards;
  }
  .skeleton.grid {
    grid-template-columns: repeat(auto-fill, minmax(min(46%, var(--vitrine-tile, 210px)), 1fr));
    gap: calc(32px * var(--_density)) calc(20px * var(--_density));
    padding: 0;
  }
  .ghost {
    display: grid;
    gap: 10px;
    align-content: start;
  }
  .rows .ghost {
    grid-template-columns: 84px minmax(0, 1fr);
    column-gap: 16px;
  }
  .ghost i,
  .ghost b {
    border-radius: var(--_radius-small);
    background: var(--_sunken);
  }
  .ghost i {
    aspect-ratio: 1;
  }
  .rows .ghost i {
    grid-row: span 2;
  }
  .ghost b {
    block-size: 14px;
    inline-size: 75%;
  }
  .rows .ghost b:first-of-type {
    align-self: end;
  }
  .ghost b:last-child {
    inline-size: 40%;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @keyframes slide {
    from {
      transform: translateX(-110%);
    }
    to {
      transform: translateX(280%);
    }
  }

  @container vitrine-results (max-width: 44rem) {
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
      inset-block-end: 0;
      display: grid;
      padding-block: 12px max(12px, env(safe-area-inset-bottom));
      background: var(--_surface);
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
