import { afterAll, beforeAll, expect, it } from "vitest";
import { whyOf } from "../../src/core/why.ts";
import type { Engine } from "../../src/node.ts";
import { cornerShop } from "../built.ts";
import { open } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await open(cornerShop());
});
afterAll(() => engine.close());

const explained = async (query: string) => {
  const { hits } = await engine.search({ query, explain: true });
  return hits.flatMap(({ explanation }) => (explanation === undefined ? [] : [explanation]));
};

it.each(["orla table lamp", "tablelamp", "lampp", "nordlys lamps", "table la", "sofa", "窗帘"])(
  "every sentence that the engine says of %s is understood",
  async (query) => {
    const explanations = await explained(query);
    expect(explanations.length).toBeGreaterThan(0);
    for (const explanation of explanations) {
      const [first = explanation, second] =
        explanation.description === "both stages" ? (explanation.details ?? []) : [];
      const why = whyOf(explanation);
      expect(why.reasons).toHaveLength(first.details?.length ?? 0);
      expect(why.words).toBe(first.value);
      expect(why.meaning).toBe(second?.value);
      expect(why.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(first.value, 3);
    }
  },
);

it("a corrected word is told with what was found for it, and where", async () => {
  const [explanation] = await explained("lampp");
  expect(explanation && whyOf(explanation).reasons[0]).toMatchObject({
    kind: "word",
    word: "lampp",
    relation: "corrected",
    term: "lamp",
    fields: expect.arrayContaining(["title"]),
  });
});

it("a sentence of a newer engine is left out", () => {
  const details = [
    { value: 2, description: `"oak" is dreamt of by "ash" in title (1): weight * idf` },
    { value: 1, description: `"a\\"b" names the brand: share of the idf * coverage` },
  ];
  const why = whyOf({ value: 3, description: "sum over the words of the query", details });
  expect(why.reasons).toEqual([{ kind: "brand", word: 'a"b', points: 1 }]);
});
