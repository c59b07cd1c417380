/**
 * Choosing and unchoosing filters. A field whose last value goes leaves the
 * record, so that "no filters" is always the empty record.
 */
import { related } from "./category.ts";
import type { Filters, NumberRange, Selection } from "./state.ts";
import type { Filter } from "./wire.ts";

/** One filter that is shown and can be removed on its own. */
export interface Chip {
  readonly field: string;
  /** The chosen value, or the chosen range. */
  readonly choice: string | NumberRange;
  /** The words of the query that said it, where it was not chosen, and the query without them. */
  readonly said?: { readonly text: string; readonly rest: string };
}

function isRange(selection: Selection): selection is NumberRange {
  return !Array.isArray(selection);
}

/** Returns filters without any choice for the field. */
export function without(filters: Filters, field: string): Filters {
  const { [field]: _, ...rest } = filters;
  return rest;
}

/**
 * Adds the value to the field's choices, or takes it away if it is there. A
 * category takes the place of those above and below it on its own path: any of
 * "Chairs" and "Furniture" would be all the furniture.
 */
export function toggle(filters: Filters, field: string, value: string): Filters {
  const chosen = valuesOf(filters, field);
  const others = chosen.filter((v) => !related(v, value));
  const next = chosen.includes(value) ? others : [...others, value];
  return next.length === 0 ? without(filters, field) : { ...filters, [field]: next };
}

/**
 * Chooses the range for the field, or nothing where both its ends are open. Whoever
 * says the ends the other way round means what lies between them.
 */
export function choose(filters: Filters, field: string, range: NumberRange): Filters {
  const { min, max } = range;
  if (min === undefined && max === undefined) return without(filters, field);
  const turned = min !== undefined && max !== undefined && min > max;
  return { ...filters, [field]: turned ? { min: max, max: min } : range };
}

/** The values chosen for the field. */
export function valuesOf(filters: Filters, field: string): readonly string[] {
  const selection = filters[field];
  return selection === undefined || isRange(selection) ? [] : selection;
}

/** The range chosen for the field. */
export function rangeOf(filters: Filters, field: string): NumberRange | undefined {
  const selection = filters[field];
  return selection !== undefined && isRange(selection) ? selection : undefined;
}

export function sameRange(a: NumberRange | undefined, b: NumberRange): boolean {
  return a !== undefined && a.min === b.min && a.max === b.max;
}

/** Every choice on its own, in the order of choosing. */
export function chips(filters: Filters): Chip[] {
  return Object.entries(filters).flatMap(([field, selection]): Chip[] =>
    isRange(selection) ? [{ field, choice: selection }] : selection.map((value) => ({ field, choice: value })),
  );
}

/** Returns filters without the chip's choice. */
export function drop(filters: Filters, chip: Chip): Filters {
  return typeof chip.choice === "string" ? toggle(filters, chip.field, chip.choice) : without(filters, chip.field);
}

/** The filters as the engine takes them. */
export function toWire(filters: Filters): Record<string, Filter> {
  return Object.fromEntries(
    Object.entries(filters).map(([field, selection]): [string, Filter] => [
      field,
      isRange(selection) ? { ...selection } : [...selection],
    ]),
  );
}
