import { expect, test } from "vitest";
import { ar } from "../../src/i18n/ar.ts";
import { de } from "../../src/i18n/de.ts";
import { en } from "../../src/i18n/en.ts";
import { es } from "../../src/i18n/es.ts";
import { fr } from "../../src/i18n/fr.ts";
import type { Messages } from "../../src/i18n/messages.ts";

const counted = ({ count }: Messages, ...counts: number[]) => counts.map((n) => count(n, String(n)));

test("one and many", () => {
  expect(counted(en, 0, 1, 2)).toEqual(["0 results", "1 result", "2 results"]);
  expect(counted(de, 0, 1, 2)).toEqual(["0 Ergebnisse", "1 Ergebnis", "2 Ergebnisse"]);
  expect(counted(es, 0, 1, 2)).toEqual(["0 resultados", "1 resultado", "2 resultados"]);
});

test("French counts nought as one", () => {
  expect(counted(fr, 0, 1, 2)).toEqual(["0 résultat", "1 résultat", "2 résultats"]);
});

test("a round million of things is a million of things", () => {
  expect(counted(fr, 1_000_000)).toEqual(["1000000 de résultats"]);
  expect(counted(es, 1_000_000)).toEqual(["1000000 de resultados"]);
});

test("Arabic has six forms: none, one, two, a few, many and the hundreds", () => {
  expect(counted(ar, 0, 1, 2, 3, 10, 11, 99, 100, 102, 103)).toEqual([
    "لا توجد نتائج",
    "نتيجة واحدة",
    "نتيجتان",
    "3 نتائج",
    "10 نتائج",
    "11 نتيجة",
    "99 نتيجة",
    "100 نتيجة",
    "102 نتيجة",
    "103 نتائج",
  ]);
});

test("Arabic declines what is shown and what is rated", () => {
  expect([1, 2, 3, 11].map((n) => ar.showResults(n, String(n)))).toEqual([
    "عرض نتيجة واحدة",
    "عرض نتيجتين",
    "عرض 3 نتائج",
    "عرض 11 نتيجة",
  ]);
  const reviews = [1, 2, 3, 11, 100].map((n) => ar.rating("4.5", n, String(n)).split("على ")[1]);
  expect(reviews).toEqual(["تقييم واحد", "تقييمين", "3 تقييمات", "11 تقييمًا", "100 تقييم"]);
});

test("one customer is not several", () => {
  expect(en.rating("4.0", 1, "1")).toBe("Rated 4.0 out of 5 by 1 customer");
  expect(de.rating("4,0", 1, "1")).toBe("4,0 von 5 Sternen, 1 Bewertung");
  expect(es.rating("4,0", 2, "2")).toBe("Valoración: 4,0 de 5, 2 opiniones");
});
