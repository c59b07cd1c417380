import { css } from "lit";

const thumb = css`
  box-sizing: border-box;
  inline-size: 22px;
  block-size: 22px;
  border: 2px solid var(--_accent);
  border-radius: 50%;
  background: var(--_surface);
  cursor: grab;
  pointer-events: auto;
`;

export const rangeStyles = css`
  :host {
    display: block;
  }
  .slider {
    position: relative;
    isolation: isolate;
    block-size: 32px;
    margin-block: 4px 6px;
  }
  .track {
    position: absolute;
    inset-block-start: calc(50% - 2px);
    inset-inline-start: 11px;
    inline-size: calc(100% - 22px);
    block-size: 4px;
    border-radius: 2px;
    overflow: hidden;
    stroke: none;
  }
  .track:dir(rtl) {
    transform: scaleX(-1);
  }
  .whole {
    fill: var(--_line);
  }
  .part {
    fill: var(--_accent);
  }
  /* Only the thumbs take the pointer, so that either can be had. */
  input[type="range"] {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    appearance: none;
    background: none;
    pointer-events: none;
  }
  .front {
    z-index: 1;
  }
  input[type="range"]::-webkit-slider-runnable-track {
    background: none;
  }
  input[type="range"]::-webkit-slider-thumb {
    appearance: none;
    ${thumb}
  }
  input[type="range"]::-moz-range-thumb {
    ${thumb}
  }
  input[type="range"]:focus-visible {
    outline: none;
  }
  input[type="range"]:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  input[type="range"]:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-items: center;
    gap: 6px;
  }
  form input {
    inline-size: 100%;
    min-block-size: 38px;
    padding: 4px 8px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    font-size: 0.933em;
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  form input::placeholder {
    color: var(--_muted);
    opacity: 1;
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
    .slider,
    form input,
    .apply {
      min-block-size: 44px;
    }
    form input {
      font-size: 16px;
    }
  }
  @media (pointer: coarse) {
    /* The thumb looks as before and is as large as a finger. */
    input[type="range"]::-webkit-slider-thumb {
      inline-size: 44px;
      block-size: 44px;
      border: 0;
      background: radial-gradient(circle, var(--_surface) 9px, var(--_accent) 9.5px 11.5px, transparent 12px);
    }
    .track {
      inset-inline-start: 22px;
      inline-size: calc(100% - 44px);
    }
  }
  @media (forced-colors: active) {
    .whole {
      fill: GrayText;
    }
    .part {
      fill: Highlight;
    }
    input[type="range"]::-webkit-slider-thumb {
      border: 2px solid ButtonText;
      background: ButtonFace;
      forced-color-adjust: none;
    }
  }
`;
