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
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-items: center;
    gap: 6px;
    margin-block-start: 8px;
  }
  form input {
    inline-size: 100%;
    min-block-size: 38px;
    padding: 4px 10px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    appearance: textfield;
  }
  form input::placeholder {
    color: var(--_muted);
    font-size: 0.8em;
  }
  form input::-webkit-inner-spin-button {
    display: none;
  }
  .apply {
    grid-column: 1 / -1;
    min-block-size: 38px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    background: none;
    font-weight: 600;
  }
  .apply:hover {
    border-color: var(--_text);
  }
  @media (pointer: coarse), (max-width: 40rem) {
    summary,
    label,
    .link,
    form input,
    .apply {
      min-block-size: 44px;
    }
    form input {
      font-size: 16px;
    }
  }
`;
