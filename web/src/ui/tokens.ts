/**
 * The look's one source: every colour, corner and size that the views use.
 *
 * A shop sets `--vitrine-*` properties on any ancestor; the views read private
 * `--_*` ones, so that each default stands in one place. Colours that differ in
 * the dark are light-dark() pairs, which follow `color-scheme`; a browser without
 * light-dark() gets the light ones.
 */
import { css } from "lit";

export const tokens = css`
  :host(:not([embedded])) {
    --_surface: var(--vitrine-surface, #fff);
    --_sunken: var(--vitrine-sunken, #f4f4f1);
    --_text: var(--vitrine-text, #1b1d1f);
    --_muted: var(--vitrine-muted, #5c6167);
    --_line: var(--vitrine-line, #e3e3de);
    --_control: var(--vitrine-control, #85898e);
    --_accent: var(--vitrine-accent, #1b1d1f);
    --_on-accent: var(--vitrine-on-accent, #fff);
    --_sale: var(--vitrine-sale, #b3261e);
    --_stock: var(--vitrine-stock, #1d6b43);
    --_star: var(--vitrine-star, #b7791f);
    --_shade: var(--vitrine-shade, rgb(20 22 24 / 0.45));
    --_radius: var(--vitrine-radius, 14px);
    --_radius-small: calc(var(--_radius) * 0.57);
    --_font: var(--vitrine-font, inherit);
    --_shadow: var(--vitrine-shadow, 0 1px 2px rgb(0 0 0 / 0.06), 0 24px 64px -12px rgb(0 0 0 / 0.28));
    color-scheme: light;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--vitrine-font-size, 15px);
    line-height: 1.4;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host(:not([embedded])) {
      --_surface: var(--vitrine-surface, light-dark(#fff, #191b1d));
      --_sunken: var(--vitrine-sunken, light-dark(#f4f4f1, #24272a));
      --_text: var(--vitrine-text, light-dark(#1b1d1f, #f1f1ee));
      --_muted: var(--vitrine-muted, light-dark(#5c6167, #a9adb2));
      --_line: var(--vitrine-line, light-dark(#e3e3de, #34383c));
      --_control: var(--vitrine-control, light-dark(#85898e, #7d8287));
      --_accent: var(--vitrine-accent, light-dark(#1b1d1f, #f1f1ee));
      --_on-accent: var(--vitrine-on-accent, light-dark(#fff, #191b1d));
      --_sale: var(--vitrine-sale, light-dark(#b3261e, #ff9d92));
      --_stock: var(--vitrine-stock, light-dark(#1d6b43, #7fd0a4));
      --_star: var(--vitrine-star, light-dark(#b7791f, #f0bd63));
      color-scheme: light dark;
    }
    :host([theme="light"]) {
      color-scheme: light;
    }
    :host([theme="dark"]) {
      color-scheme: dark;
    }
  }
`;

/** What every view's own tree starts from. */
export const base = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  p,
  h2,
  h3,
  ul,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    font: inherit;
  }
  ul {
    list-style: none;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button,
  select,
  summary,
  label {
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 20px;
    border: 1px solid var(--_control);
    border-radius: 999px;
    background: transparent;
    font-weight: 600;
    text-align: center;
  }
  .button:hover {
    border-color: var(--_text);
  }
  .button.main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.main:hover {
    opacity: 0.88;
  }
  svg {
    display: block;
    inline-size: 20px;
    block-size: 20px;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .quiet {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 1ms !important;
      transition-duration: 1ms !important;
    }
  }
`;
