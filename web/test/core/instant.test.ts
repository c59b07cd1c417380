import { expect, test } from "vitest";
import { type InstantTable, instantAnswer, keyOf, readInstant } from "../../src/core/instant.ts";
import { hit } from "./searcher.ts";

const table: InstantTable = {
  format: 1,
  bundle: "lexicon-1.mp",
  currency: "EUR",
  hits: [hit("sofa"), hit("sock"), hit("soap")],
  prefixes: {
    so: { s: [{ text: "sofa", kind: "query" }], h: [0, 2], t: 52 },
    "sofa b": { s: [{ text: "sofa bed", kind: "query" }] },
    ｘ: {},
  },
};

test("a text that is in the table has its hits, their total and its suggestions", () => {
  expect(instantAnswer(table, "so")).toMatchObject({
    query: "so",
    hits: [{ id: "sofa" }, { id: "soap" }],
    total: 52,
    suggestions: [{ text: "sofa" }],
    currency: "EUR",
  });
});

test("texts are looked up as the indexer wrote them, and answered as they were typed", () => {
  expect(instantAnswer(table, "  SO ")).toMatchObject({ query: "  SO ", total: 52 });
  expect(keyOf("\u3000Ｓｏｆａ \t  B ")).toBe("sofa b");
});

test("where only the suggestions are known the hits are left to the engine", () => {
  expect(instantAnswer(table, "sofa b")).toMatchObject({ hits: null, suggestions: [{ text: "sofa bed" }] });
});

test("a text that is not in the table is left to the engine, whatever objects inherit", () => {
  for (const query of ["sof", "", "constructor", "__proto__", "toString"]) {
    expect(instantAnswer(table, query)).toBeUndefined();
  }
});

test("a place that no hit has is passed over", () => {
  const broken = { ...table, prefixes: { so: { h: [7, 1, -1], t: 3 } } };
  expect(instantAnswer(broken, "so")?.hits?.map(({ id }) => id)).toEqual(["sock"]);
});

test("what is no table, or one of another format, is not read", () => {
  expect(readInstant(JSON.parse(JSON.stringify(table)))).toBeDefined();
  const others = [null, 7, [], {}, { ...table, format: 2 }, { ...table, hits: [{}] }, { ...table, prefixes: null }];
  for (const other of others) expect(readInstant(other)).toBeUndefined();
});
