/**
 * The look's one source: every colour, corner and size that the views use.
 *
 * A shop sets `--vitrine-*` properties on any ancestor; the views read private
 * `--_*` ones. What the shop does not set comes from the look (looks.ts), which
 * `look` on the host names. THEMING.md lists all of them.
 */
import { css, unsafeCSS } from "lit";
import { type Look, lookRules, properties } from "./looks.ts";

/** The rules hold for hosts that stand by themselves; embedded ones inherit. */
const hosts = (look: Look) => `:host(${look === "plain" ? ":not([embedded])" : `[look="${look}"]`})`;

export const tokens = css`
  ${unsafeCSS(lookRules(hosts))}
  :host(:not([embedded])) {
    ${unsafeCSS(properties.map((name) => `--_${name}:var(--vitrine-${name},var(--_look-${name}));`).join(""))}
    --_shade: var(--vitrine-shade, rgb(20 22 24 / 0.45));
    --_radius-small: calc(var(--_radius) * 0.57);
    --_font: var(--vitrine-font, inherit);
    color-scheme: light;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--vitrine-font-size, 15px);
    line-height: 1.4;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host(:not([embedded])) {
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
    border-radius: var(--_pill);
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
