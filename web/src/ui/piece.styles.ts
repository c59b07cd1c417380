import { css } from "lit";

export const pieceStyles = css`
  :host {
    /* A piece is as wide as its content wants, also in a row of the page's own. */
    container: none / normal;
  }
  .total {
    margin: 0;
  }
  .opener {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 4px 16px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    white-space: nowrap;
  }
  dialog {
    inset: 0;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 12px 20px env(safe-area-inset-bottom);
    border: 0;
    background: var(--_surface);
    color: var(--_text);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .shut {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-inline: auto -12px;
    padding: 0;
    border: 0;
    background: none;
  }
  dialog .done {
    position: sticky;
    inset-block-end: 0;
    display: block;
    margin-inline: -20px;
    padding: 12px 20px;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  dialog .button {
    inline-size: 100%;
  }
  @media (pointer: coarse) {
    select,
    .chip {
      min-block-size: 44px;
    }
    select {
      font-size: max(16px, 1em);
    }
  }
`;
