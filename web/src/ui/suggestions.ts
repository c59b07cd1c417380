/**
 * Recent searches and suggestions as options of the listbox, in the shop's tree
 * like the hits (hits.ts says why).
 *
 * An option must not hold a button, so a recent search is removed with the Delete
 * key or by pressing the cross in it, which assistive technology does not meet.
 */
import { html, nothing, type TemplateResult } from "lit";
import { segments } from "../core/highlight.ts";
import type { Option } from "../core/options.ts";
import type { Scope, Suggestion } from "../core/wire.ts";
import type { Locale } from "../i18n/locale.ts";
import type { ListboxIds } from "./hits.ts";

export interface SuggestionActions {
  /** Searches for the text, within the scope. */
  choose(text: string, scope?: Scope): void;
  /** Removes one recent search. */
  forget(text: string): void;
  /** Removes all recent searches. */
  forgetAll(): void;
}

export interface SuggestionOptions {
  readonly options: readonly Option[];
  readonly locale: Locale;
  readonly ids: ListboxIds;
  readonly active: number;
  readonly actions: SuggestionActions;
  /** Names the groups for everybody to see: nothing typed says what they are for. */
  readonly named: boolean;
}

/** What is not a hit, group by group. */
export function suggestionGroups(view: SuggestionOptions): TemplateResult[] {
  const { text } = view.locale;
  return [
    group(view, "recent", text.recent),
    group(view, "suggestion", text.suggestions),
    group(view, "category", text.categories),
  ].filter((drawn) => drawn !== undefined);
}

/** The heading of the recent searches, with the control that removes them. */
export function recentHead({ options, locale, actions }: SuggestionOptions): TemplateResult | typeof nothing {
  if (options[0]?.kind !== "recent") return nothing;
  return html`<div class="vitrine-recent" slot="hits">
    <span aria-hidden="true">${locale.text.recent}</span>
    <button type="button" class="vitrine-clear" @click=${() => actions.forgetAll()}>${locale.text.clearRecent}</button>
  </div>`;
}

function group(view: SuggestionOptions, kind: Option["kind"], label: string): TemplateResult | undefined {
  const drawn = view.options.flatMap((option, i) => (option.kind === kind ? [row(view, option, i)] : []));
  if (drawn.length === 0) return undefined;
  // The recent searches have a heading with a control, which a listbox may not hold.
  const heading = view.named && kind !== "recent" ? html`<span aria-hidden="true">${label}</span>` : nothing;
  return html`<div class="vitrine-group" role="group" aria-label=${label}>${heading}${drawn}</div>`;
}

function row(view: SuggestionOptions, option: Option, i: number): TemplateResult | typeof nothing {
  if (option.kind === "hit") return nothing;
  return option.kind === "recent" ? recent(view, option.text, i) : suggestion(view, option.suggestion, i);
}

function recent({ locale, ids, active, actions }: SuggestionOptions, text: string, i: number): TemplateResult {
  const forget = (event: Event) => {
    event.stopPropagation();
    actions.forget(text);
  };
  return html`<div
    class="vitrine-suggestion"
    role="option"
    id=${ids.option(i)}
    aria-selected=${i === active}
    aria-description=${locale.text.deleteRecent}
    @mousedown=${keepFocus}
    @click=${() => actions.choose(text)}
    >${text}<span class="vitrine-cross" aria-hidden="true" title=${locale.text.removeRecent(text)} @click=${forget}>×</span
  ></div>`;
}

function suggestion(view: SuggestionOptions, found: Suggestion, i: number): TemplateResult {
  const { locale, ids, active, actions } = view;
  // Where nothing is typed, nothing is more than that.
  const parts = view.named ? [{ text: found.text, match: true }] : segments(found.text, found.matches);
  return html`<div
    class="vitrine-suggestion"
    role="option"
    id=${ids.option(i)}
    aria-selected=${i === active}
    @mousedown=${keepFocus}
    @click=${() => actions.choose(found.text, found.scope)}
    >${parts.map((s) => (s.match ? s.text : html`<b>${s.text}</b>`))}${scope(locale, found)}</div
  >`;
}

/** Where it is searched for; the name of a category says that itself. */
function scope(locale: Locale, { kind, scope }: Suggestion): TemplateResult | typeof nothing {
  if (scope === undefined || kind === "category") return nothing;
  return html` <span class="vitrine-scope">${locale.text.within(scope.label)}</span>`;
}

/** The text field keeps the focus while options are pressed. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
