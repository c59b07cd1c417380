import { css } from "lit";

export const facetsStyles = css`
  :host {
    display: block;
  }
  details {
    border-block-start: 1px solid var(--_line);
    padding-block: 4px 12px;
  }
  details:first-of-type {
    border-block-start: 0;
  }
  details:not([open]) {
    padding-block-end: 4px;
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 40px;
    font-weight: 650;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: "";
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 8px 4px;
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    transform: translateY(-2px) rotate(45deg);
    transition: transform 0.15s;
  }
  details[open] summary::after {
    transform: translateY(2px) rotate(225deg);
  }
  label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 32px;
    border-radius: var(--_radius-small);
  }
  label:hover .name {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .depth-1 {
    padding-inline-start: 20px;
  }
  .depth-2 {
    padding-inline-start: 40px;
  }
  .depth-3 {
    padding-inline-start: 60px;
  }
  input[type="checkbox"],
  input[type="radio"] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--_accent);
  }
  .name {
    min-inline-size: 0;
    /* Marks upon marks are one letter, which cannot be broken. */
    overflow-x: clip;
    overflow-wrap: anywhere;
  }
  .count {
    margin-inline-start: auto;
    color: var(--_muted);
    font-size: 0.867em;
    font-variant-numeric: tabular-nums;
  }
  .link {
    min-block-size: 32px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    font-size: 0.867em;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .link:hover {
    color: var(--_text);
  }
  .finder {
    inline-size: 100%;
    min-block-size: 38px;
    margin-block-end: 4px;
    padding: 4px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    font-size: 0.933em;
  }
  .finder::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .none {
    padding-block: 6px;
    color: var(--_muted);
  }
  .swatches {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(88px, 1fr));
    column-gap: 8px;
  }
  .swatches label {
    position: relative;
    gap: 6px;
  }
  .swatches .name {
    font-size: 0.867em;
    overflow-wrap: anywhere;
  }
  .swatches .count {
    margin-inline-start: 0;
    font-size: 0.8em;
  }
  /* The swatch is what is seen of the checkbox. */
  .swatches input {
    position: absolute;
    inset-block-start: calc(50% - 11px);
    inset-inline-start: 0;
    inline-size: 22px;
    block-size: 22px;
    opacity: 0;
  }
  .swatch {
    inline-size: 22px;
    block-size: 22px;
    border: 1px solid var(--_control);
    border-radius: 50%;
    overflow: hidden;
    stroke: none;
  }
  .swatch.unknown {
    border-radius: 5px;
  }
  .tick {
    visibility: hidden;
    stroke: #fff;
    stroke-width: 2.5;
  }
  .tick.around {
    stroke: #000;
    stroke-width: 5.5;
  }
  .swatch.unknown .tick.around {
    display: none;
  }
  .swatch.unknown .tick {
    stroke: var(--_text);
  }
  input:checked + .swatch .tick {
    visibility: visible;
  }
  input:checked + .swatch {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  input:checked ~ .name {
    font-weight: 600;
  }
  .swatches input:focus-visible + .swatch {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
  }
  @media (pointer: coarse), (max-width: 40rem) {
    .swatches {
      grid-template-columns: repeat(auto-fill, minmax(108px, 1fr));
    }
    summary,
    label,
    .link,
    .finder {
      min-block-size: 44px;
    }
    .finder {
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .swatches input {
      position: static;
      opacity: 1;
    }
    .swatch .tick,
    .swatch.unknown {
      display: none;
    }
  }
`;
