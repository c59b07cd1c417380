import { afterAll, beforeAll, expect, it } from "vitest";
import type { Engine } from "../../src/node.ts";
import { cornerShop } from "../built.ts";
import { open } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await open(cornerShop());
});
afterAll(() => engine.close());

it("answers a search with cards, facets and the shop's currency", async () => {
  const response = await engine.search({ query: "orla table lamp", limit: 1 });
  expect(response.hits).toMatchObject([
    { id: "lamp-1", title: "Orla Table Lamp", brand: "Nordlys", price: 45, image: "pictures/lamp.svg" },
  ]);
  expect(response.currency).toBe("EUR");
  expect(response.facet_order.map((facet) => facet.field)).toContain("colour");
  expect(response.engine_ms).toBeGreaterThan(0);
});

it("takes a suggestion's query as a string or in a request", async () => {
  const response = await engine.suggest("orl");
  expect(response.suggestions.length).toBeGreaterThan(1);
  expect((await engine.suggest({ query: "orl" })).suggestions).toEqual(response.suggestions);
  expect((await engine.suggest({ query: "orl", limit: 1 })).suggestions).toEqual(response.suggestions.slice(0, 1));
});

it("says what is open", async () => {
  expect(await engine.health()).toMatchObject({ status: "ok", shop: "Corner Shop", products: 28, simd: true });
});

it("answers calls that are made at the same time", async () => {
  const queries = ["lamp", "rug", "chair", "sofa", "窗帘"];
  const together = await Promise.all(queries.map((query) => engine.search({ query })));
  expect(together.map((response) => response.query)).toEqual(queries);
  for (const response of together) {
    const alone = await engine.search({ query: response.query });
    expect(response.hits).toEqual(alone.hits);
  }
});
