import { css } from "lit";

/** What stands above the hits: total, order, layout, notices and chips. */
export const barStyles = css`
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
    padding-block: 2px;
    padding-inline: 14px 10px;
    border: 1px solid transparent;
    border-radius: var(--_pill);
    background: var(--_sunken);
    font-size: 0.867em;
    text-align: start;
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
`;
