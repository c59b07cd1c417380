/** Cutting a title into the parts that matched and those that did not. */
import type { Range } from "./wire.ts";

export interface Segment {
  readonly text: string;
  readonly match: boolean;
}

/**
 * Splits the text at the ranges, which are UTF-16 code units. Ranges may overlap
 * or come in any order; what lies outside the text is ignored. The segments'
 * texts always join to the text itself.
 */
export function segments(text: string, ranges: readonly Range[] = []): Segment[] {
  const result: Segment[] = [];
  let done = 0;
  const add = (end: number, match: boolean) => {
    if (end > done) result.push({ text: text.slice(done, end), match });
    done = Math.max(done, end);
  };
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (!(end > start && start < text.length)) continue;
    add(start, false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return result;
}
