import { css } from "./lent.ts";

export const quickViewStyles = css`
  /* Where the shop's form stands in a row, another box would move what is beside it. */
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(820px, 100% - 32px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow-y: auto;
    overscroll-behavior: contain;
    text-align: start;
  }
  dialog[open] {
    animation: rise 0.16s ease-out;
  }
  dialog::backdrop {
    background: var(--_shade);
  }
  .sheet {
    position: relative;
    padding: 24px;
  }
  .close {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_pill);
    background: var(--_surface);
  }
  .close:hover {
    border-color: var(--_control);
  }
  .trail {
    color: var(--_muted);
    font-size: 0.867em;
    overflow-wrap: anywhere;
  }
  a.button {
    justify-self: start;
    min-inline-size: 12rem;
    text-decoration: none;
  }
  details {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    min-block-size: 44px;
    padding-block: 11px;
    font-weight: 600;
  }
  .reasons {
    display: grid;
    gap: 10px;
    font-size: 0.933em;
  }
  .reasons ul {
    display: grid;
    gap: 8px;
  }
  .reasons li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 64px 2.6em;
    gap: 10px;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .points {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .sum {
    color: var(--_muted);
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--_sunken);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_sunken);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  /* A sheet from below on a phone. */
  @media (max-width: 40rem) {
    dialog {
      inline-size: 100%;
      max-block-size: calc(100dvh - 24px);
      margin-block-end: 0;
      border-inline: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .sheet {
      padding: 16px 16px max(16px, env(safe-area-inset-bottom));
    }
    a.button {
      justify-self: stretch;
    }
  }
`;
