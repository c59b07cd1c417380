/**
 * Why a product was found, read out of the engine's explanation of its score.
 *
 * The engine explains in sentences for those who build a shop (shared/engine/explain.go);
 * a shopper is told only which word stands where, and how much of the score it makes.
 * A sentence that is not known here is left out, so that a newer engine does no harm.
 */
import type { Explanation } from "./wire.ts";

/** What a term of the catalogue has to do with a word of the query. */
export type Relation = "typed" | "continued" | "inflected" | "compounded" | "converted" | "synonymous" | "corrected";

export type Reason =
  | {
      readonly kind: "word";
      readonly word: string;
      readonly relation: Relation;
      /** The term that was found in the word's place, or the word itself. */
      readonly term: string;
      /** The fields that have it. */
      readonly fields: readonly string[];
      readonly points: number;
    }
  /** Two words of the query stand next to each other in the title. */
  | { readonly kind: "pair"; readonly word: string; readonly next: string; readonly points: number }
  /** Front is the part of a title that says what the product is, before what it is for or comes with. */
  | { readonly kind: "front" | "brand" | "head" | "category"; readonly word: string; readonly points: number };

export interface Why {
  /** The reasons, those that count most first. */
  readonly reasons: readonly Reason[];
  /** What the words count together. */
  readonly words: number;
  /** What the second stage added, or took away if it is below 0; absent where it did not rank. */
  readonly meaning?: number;
}

const relations: Readonly<Record<string, Relation>> = {
  matches: "typed",
  "is continued by": "continued",
  "is related to": "inflected",
  "is also written": "compounded",
  "is in another unit": "converted",
  "is also called": "synonymous",
  "was corrected to": "corrected",
};

/** A quoted word, as Go's %q writes it. */
const quoted = String.raw`("(?:[^"\\]|\\.)*")`;
const term = new RegExp(`^${quoted} (.+?) ${quoted} in (.+): weight `);
const pair = new RegExp(`^${quoted} stands before ${quoted} in the title`);
const named: readonly (readonly [RegExp, "front" | "brand" | "head" | "category"])[] = [
  [new RegExp(`^${quoted} stands in the front of the title`), "front"],
  [new RegExp(`^${quoted} names the brand`), "brand"],
  [new RegExp(`^the title names ${quoted}`), "head"],
  [new RegExp(`^the category names ${quoted}`), "category"],
];

export function whyOf(explanation: Explanation): Why {
  const both = explanation.description === "both stages";
  const [first, second] = both ? (explanation.details ?? []) : [explanation];
  const reasons = (first?.details ?? []).flatMap(reasonOf).sort((a, b) => b.points - a.points);
  return { reasons, words: first?.value ?? 0, ...(second === undefined ? {} : { meaning: second.value }) };
}

function reasonOf({ description, value: points }: Explanation): Reason[] {
  const [, word = "", said = "", found = "", where = ""] = term.exec(description) ?? [];
  const relation = relations[said];
  if (relation !== undefined) {
    return [{ kind: "word", word: plain(word), relation, term: plain(found), fields: fieldsOf(where), points }];
  }
  const [, before, after] = pair.exec(description) ?? [];
  if (before !== undefined && after !== undefined) {
    return [{ kind: "pair", word: plain(before), next: plain(after), points }];
  }
  return named.flatMap(([pattern, kind]): Reason[] => {
    const [, name] = pattern.exec(description) ?? [];
    return name === undefined ? [] : [{ kind, word: plain(name), points }];
  });
}

/** "title (1), description (2)" without the counts. */
function fieldsOf(where: string): string[] {
  return where.split(", ").map((part) => part.replace(/ \(\d+\)$/, ""));
}

function plain(word: string): string {
  try {
    return JSON.parse(word) as string;
  } catch {
    // Go escapes a few characters that JSON does not know.
    return word.slice(1, -1);
  }
}
