/** The few pictures that the controls need, drawn on a grid of 24. */
import { svg, type TemplateResult } from "lit";

function icon(paths: TemplateResult): TemplateResult {
  return svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const cross = icon(svg`<path d="M6 6l12 12M18 6L6 18" />`);
export const sliders = icon(
  svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9" /><circle cx="16" cy="7" r="2.5" /><circle cx="8" cy="17" r="2.5" />`,
);
export const back = icon(svg`<path d="M15 5l-7 7 7 7" />`);
export const lens = icon(svg`<circle cx="11" cy="11" r="6.5" /><path d="M16 16l4.5 4.5" />`);
export const cloud = icon(
  svg`<path d="M7.5 18.5h9a4 4 0 0 0 .8-7.9 5.5 5.5 0 0 0-10.5-1A4.5 4.5 0 0 0 7.5 18.5zM12 10.5v2.6M12 15.6v.1" />`,
);
export const picture = icon(
  svg`<rect x="4" y="5" width="16" height="14" rx="2" /><circle cx="9" cy="10" r="1.5" /><path d="M5 17l4.5-4 3 2.5L16 12l3.5 4" />`,
);
export const asList = icon(
  svg`<rect x="4" y="5" width="4.5" height="5" rx="1" /><rect x="4" y="14" width="4.5" height="5" rx="1" /><path d="M12 7.5h8M12 16.5h8" />`,
);
export const asGrid = icon(
  svg`<rect x="4" y="4" width="6.5" height="6.5" rx="1" /><rect x="13.5" y="4" width="6.5" height="6.5" rx="1" /><rect x="4" y="13.5" width="6.5" height="6.5" rx="1" /><rect x="13.5" y="13.5" width="6.5" height="6.5" rx="1" />`,
);
export const eye = icon(
  svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="3" />`,
);
export const star = svg`<svg class="star" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path
  d="M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17l-5.4 3 1.1-6.1L3.2 9.6l6.1-.8z" /></svg>`;
