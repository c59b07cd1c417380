import { css } from "lit";

export const panelStyles = css`
  :host {
    display: contents;
  }
  .frame {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    max-inline-size: none;
    max-block-size: none;
    overflow: clip;
    background: var(--_surface);
    color: var(--_text);
    text-align: start;
  }
  .frame:popover-open,
  .frame[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
  }
  .sheet[open] {
    grid-template-rows: auto minmax(0, 1fr);
  }
  .overlay {
    left: var(--_left);
    top: var(--_top);
    width: var(--_width);
    height: var(--_height);
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
  }
  .overlay:popover-open {
    animation: drop 0.14s ease-out;
  }
  .sheet {
    top: var(--_top, 0);
    left: 0;
    inline-size: 100%;
    block-size: var(--_height, 100dvh);
    border: 0;
    border-radius: 0;
    padding-block: env(safe-area-inset-top) 0;
    padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
  }
  .sheet::backdrop {
    background: var(--_surface);
  }
  .head {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr);
    gap: 4px;
    align-items: center;
    padding-block: 8px;
    padding-inline: 8px 16px;
    border-block-end: 1px solid var(--_line);
  }
  .back {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  .back:dir(rtl) svg {
    transform: scaleX(-1);
  }
  /* The shop's rules for input outrank ::slotted(), but not its !important. */
  ::slotted(input) {
    all: revert !important;
    appearance: none !important;
    box-sizing: border-box !important;
    inline-size: 100% !important;
    block-size: 44px !important;
    margin: 0 !important;
    padding: 0 16px !important;
    border: 1px solid var(--_control) !important;
    border-radius: var(--_pill) !important;
    background: var(--_sunken) !important;
    color: var(--_text) !important;
    font-family: var(--_font) !important;
    font-size: 16px !important;
    line-height: 1.2 !important;
    text-overflow: ellipsis !important;
  }
  ::slotted(input:focus-visible) {
    outline: 2px solid var(--_accent) !important;
    outline-offset: 1px !important;
  }
  @keyframes drop {
    from {
      opacity: 0;
      transform: translateY(-6px);
    }
  }
`;
