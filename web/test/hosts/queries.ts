import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TESTDATA } from "../built.ts";

/**
 * Queries as shoppers type them, made of a catalogue's titles and always the
 * same: whole titles, a few words, words out of order, words of two products,
 * and words that are still being typed.
 */
export function queriesFrom(catalogue: string, count: number): string[] {
  const titles = titlesOf(catalogue);
  const words = (i: number) => cut(titles[i % titles.length] ?? "");
  const shapes: ((i: number) => string)[] = [
    (i) => words(i).join(" "),
    (i) => words(i).slice(0, 2).join(" "),
    (i) => words(i).reverse().slice(0, 3).join(" "),
    (i) => `${words(i)[0]} ${words(i + 31).at(-1)}`,
    (i) => words(i).join(" ").slice(0, 7).trim(),
    (i) => (words(i).at(-1) ?? "").slice(0, 3),
  ];
  // 37 is prime to the number of shapes, so that each shape meets all products.
  return Array.from({ length: count }, (_, i) => shapes[i % shapes.length]?.(i * 37) ?? "");
}

function titlesOf(catalogue: string): string[] {
  const lines = readFileSync(join(TESTDATA, catalogue), "utf8").trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { title: string }).title);
}

/** The words of a title; Chinese, which sets none apart, in pieces of two characters. */
function cut(title: string): string[] {
  return title.match(/\p{Script=Han}{1,2}|[^\s\p{Script=Han}]+/gu) ?? [title];
}
