/** What is chosen, each choice with the way to take it away. */
import { html, nothing, type TemplateResult } from "lit";
import { type Chip, chips } from "../core/filters.ts";
import type { Results, State } from "../core/state.ts";
import { saidChips } from "../core/understood.ts";
import type { Locale } from "../i18n/locale.ts";
import { cross } from "./icons.ts";

export interface ChipActions {
  /** Takes the choice away; its place says which button the focus goes to. */
  drop(chip: Chip, position: number): void;
  clear(): void;
}

export function chipList(now: State, locale: Locale, actions: ChipActions): TemplateResult | typeof nothing {
  const chosen = chips(now.filters);
  const all = [...chosen, ...saidChips(now)];
  if (all.length === 0) return nothing;
  const { text } = locale;
  return html`<ul class="chips" part="chips" aria-label=${text.chosenFilters}>
    ${all.map((chip, i) => {
      const label = chipLabel(now.results, locale, chip);
      return html`<li>
        <button
          type="button"
          class="chip"
          part="chip"
          aria-label=${text.remove(label)}
          title=${chip.said === undefined ? nothing : text.said(chip.said.text)}
          @click=${() => actions.drop(chip, i)}
        >
          ${label}${cross}
        </button>
      </li>`;
    })}
    ${
      chosen.length === 0
        ? nothing
        : html`<li>
            <button type="button" class="chip all" part="clear" @click=${() => actions.clear()}>${text.clearFilters}</button>
          </li>`
    }
  </ul>`;
}

/** The button that gets the focus when the one at the position is gone. */
export function chipAfter(root: ParentNode, position: number): HTMLElement | undefined {
  const left = root.querySelectorAll<HTMLElement>(".chip");
  return left[position] ?? left[0];
}

export function chipLabel(results: Results | null, locale: Locale, { field, choice }: Chip): string {
  if (typeof choice === "string") return locale.valueLabel(field, choice);
  const info = results?.facetOrder.find((f) => f.field === field) ?? { field, label: "", kind: "number" };
  return locale.rangeLabel(info, choice, results?.currency ?? "");
}
