import { expect, test } from "vitest";
import { mostRecent, RecentSearches, type Shelf } from "../../src/core/recent.ts";
import { Store } from "../../src/core/store.ts";
import { HandSearcher, turn } from "./searcher.ts";

/** A storage that keeps what it is given. */
function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("the last search comes first, each once, and at most so many", () => {
  const recent = new RecentSearches(shelf, "shop");
  expect(recent.list()).toEqual([]);
  const place = shelf();
  const kept = new RecentSearches(() => place, "shop");
  for (const query of ["sofa", "lamp", " Sofa ", "oak   table"]) kept.add(query);
  expect(kept.list()).toEqual(["oak table", "Sofa", "lamp"]);
  for (let i = 0; i < 12; i++) kept.add(`query ${i}`);
  expect(kept.list()).toHaveLength(mostRecent);
  expect(kept.list()[0]).toBe("query 11");
});

test("one can be removed, and all of them", () => {
  const place = shelf();
  const recent = new RecentSearches(() => place, "shop");
  recent.add("sofa");
  recent.add("lamp");
  expect(recent.remove("sofa")).toEqual(["lamp"]);
  expect(recent.clear()).toEqual([]);
  expect(place.kept.size).toBe(0);
});

test("shops do not see each other's searches", () => {
  const place = shelf();
  new RecentSearches(() => place, "one").add("sofa");
  expect(new RecentSearches(() => place, "other").list()).toEqual([]);
});

test("blank, pasted and strange entries are none", () => {
  const place = shelf();
  const recent = new RecentSearches(() => place, "shop");
  expect(recent.add("   ")).toEqual([]);
  expect(recent.add("x".repeat(101))).toEqual([]);
  for (const broken of ["{", "7", "null", '{"a":1}', "[1,null,[]]"]) {
    place.kept.set("shop", broken);
    expect(recent.list()).toEqual([]);
  }
  place.kept.set("shop", '["sofa",5,""]');
  expect(recent.list()).toEqual(["sofa"]);
  expect(recent.add("lamp")).toEqual(["lamp", "sofa"]);
});

test("a blocked or full storage keeps nothing and breaks nothing", () => {
  const blocked = new RecentSearches(() => {
    throw new DOMException("denied", "SecurityError");
  }, "shop");
  expect(blocked.add("sofa")).toEqual([]);
  expect(blocked.clear()).toEqual([]);
  const full = {
    ...shelf(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(new RecentSearches(() => full, "shop").add("sofa")).toEqual([]);
});

test("a search is kept when it was submitted or led to a product, and no sooner", async () => {
  const place = shelf();
  const recent = new RecentSearches(() => place, "shop");
  const searcher = new HandSearcher();
  const store = new Store(async () => searcher, { limit: 10, recent });
  store.send({ type: "typed", query: "sofa", composing: false });
  await turn();
  expect(recent.list()).toEqual([]);
  store.remember();
  expect(recent.list()).toEqual(["sofa"]);
  expect(store.state.recent).toEqual(["sofa"]);
  expect(JSON.stringify(searcher.calls.map((c) => c.request))).not.toContain("recent");
  store.forget("sofa");
  expect(store.state.recent).toEqual([]);
});

test("what another tab kept is there after recalling", () => {
  const place = shelf();
  const store = new Store(async () => new HandSearcher(), {
    limit: 10,
    recent: new RecentSearches(() => place, "shop"),
  });
  new RecentSearches(() => place, "shop").add("rug");
  store.recall();
  expect(store.state.recent).toEqual(["rug"]);
});
