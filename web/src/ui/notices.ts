/** How what was found differs from what was typed: said between the bar and the hits. */
import { html, nothing, type TemplateResult } from "lit";
import type { Results } from "../core/state.ts";
import type { Locale } from "../i18n/locale.ts";

/** What was searched for in place of what was typed, and the way back to that. */
export function correction(
  results: Results | null,
  { text }: Locale,
  insist: () => void,
): TemplateResult | typeof nothing {
  if (results?.corrected === undefined) return nothing;
  return html`<p class="correction" part="notice">
    ${text.corrected(results.corrected)}
    <button type="button" class="link" @click=${insist}>${text.insist(results.query)}</button>
  </p>`;
}

/** What the hits lack, where none has all that was typed. */
export function relaxation(results: Results | null, { text }: Locale): TemplateResult | typeof nothing {
  if (results === null || results.total === 0 || results.allWords > 0) return nothing;
  return html`<p class="relaxation" part="notice">${text.someWords}</p>`;
}
