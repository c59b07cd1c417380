/** The reasons why a product was found, as a list with a bar for what each counts. */
import type { TemplateResult } from "lit";
import type { Reason, Why } from "../core/why.ts";
import type { Locale } from "../i18n/locale.ts";
import { html, nothing } from "./lent.ts";

/** Null stands for reasons that could not be had. */
export function reasons(why: Why | null, locale: Locale): TemplateResult {
  const { text } = locale;
  if (why === null) return html`<p>${text.whyFailed}</p>`;
  if (why.reasons.length === 0 && why.meaning === undefined) return html`<p>${text.whyNothing}</p>`;
  const most = Math.max(...why.reasons.map((r) => r.points), 0);
  return html`<ul>
      ${why.reasons.map(
        (reason) => html`<li>
          <span>${sentence(reason, locale)}</span>
          <progress aria-hidden="true" max=${most} value=${reason.points}></progress>
          <span class="points">${locale.stars(reason.points)}</span>
        </li>`,
      )}
    </ul>
    <p class="sum">
      ${text.whyWords} <span class="points">${locale.stars(why.words)}</span>
      ${
        why.meaning === undefined
          ? nothing
          : html`· ${text.whyMeaning} <span class="points">${why.meaning > 0 ? "+" : ""}${locale.stars(why.meaning)}</span>`
      }
    </p>`;
}

function sentence(reason: Reason, { text }: Locale): string {
  switch (reason.kind) {
    case "word": {
      const places = reason.fields.map((field) => text.whyFields[field] ?? field).join(", ");
      return reason.relation === "typed"
        ? text.whyWord(reason.word, places)
        : text.whyInstead(text.whyRelations[reason.relation] ?? "", reason.word, reason.term, places);
    }
    case "pair":
      return text.whyPair(`${reason.word} ${reason.next}`);
    case "front":
      return text.whyFront(reason.word);
    case "brand":
      return text.whyBrand(reason.word);
    case "head":
      return text.whyHead(reason.word);
    case "category":
      return text.whyCategory(reason.word);
  }
}
