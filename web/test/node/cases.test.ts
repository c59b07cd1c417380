import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FacetValue, Hit, SearchRequest } from "../../src/core/wire.ts";
import type { Engine } from "../../src/node.ts";
import { cornerShop, TESTDATA } from "../built.ts";
import { open } from "./engine.ts";

/** One entry of testdata/search/cases.json; Go runs the same cases natively. */
interface SearchCase {
  comment: string;
  request: SearchRequest;
  expect: {
    ids?: string[];
    error?: string;
    total?: number;
    all_words?: number;
    /** Null where the field has no facet. */
    facets?: Record<string, FacetValue[] | null>;
    matches?: string[];
    variant?: string;
  };
}

const cases: SearchCase[] = JSON.parse(readFileSync(join(TESTDATA, "search/cases.json"), "utf8"));

describe("search cases", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open(cornerShop("--no-train"));
  });
  afterAll(() => engine.close());

  it.each(cases)("$comment", async ({ request, expect: expected }) => {
    if (expected.error !== undefined) {
      await expect(engine.search(request)).rejects.toMatchObject({
        code: "bad_request",
        message: expect.stringContaining(expected.error),
      });
      return;
    }
    const response = await engine.search(request);
    expect(response.hits.map((hit) => hit.id)).toEqual(expected.ids);
    expect(response.total).toBe(expected.total ?? response.total);
    expect(response.all_words).toBe(expected.all_words ?? response.all_words);
    for (const [field, values] of Object.entries(expected.facets ?? {})) {
      expect(response.facets[field] ?? null).toEqual(values);
    }
    const [first] = response.hits;
    if (expected.matches) {
      expect(first && emphasised(first)).toEqual(expected.matches);
    }
    if (expected.variant) {
      expect(first?.variant?.id).toBe(expected.variant);
    }
  });
});

function emphasised({ title, title_matches = [] }: Hit): string[] {
  return title_matches.map(({ start, end }) => title.slice(start, end));
}
