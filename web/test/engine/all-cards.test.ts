import { expect, it } from "vitest";
import { demoShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { FAULTS, fail } from "./faults.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(demoShop);

const chunks = () => fixture.shop.requests.filter((path) => path.includes("/cards-"));
/** The names of the chunks begin with their numbers. */
const inOrder = (paths: string[]) => [...paths].sort();

const open = () => openEngine(fixture.page, { cards: "all" });

it("fetches every chunk of cards once, in their order, and none for a search", async () => {
  expect(await open()).toHaveProperty("value.status", "ok");
  await expect.poll(() => chunks().length, { timeout: 10_000 }).toBe(6);
  expect(chunks()).toEqual(inOrder(chunks()));
  for (const query of ["lamp", "rug", "oak table"]) {
    expect(await search(fixture.page, query)).toHaveProperty("value.length", 20);
  }
  expect(chunks()).toHaveLength(6);
});

it("makes a second visit without a network whole: products are found that were never shown", async () => {
  const { page, shop } = fixture;
  await open();
  await expect.poll(() => chunks().length, { timeout: 10_000 }).toBe(6);
  expect(await search(page, "")).toHaveProperty("value.length", 20);
  await page.reload();
  await page.evaluate(`import("/dist/engine.js")`);
  await page.context().setOffline(true);
  fail(shop, /./, FAULTS["loses its connection"] ?? (() => {}));
  expect(await open()).toHaveProperty("value.status", "ok");
  for (const query of ["lamp", "rug", "oak table", "wok"]) {
    expect(await search(page, query)).toMatchObject({ value: expect.arrayContaining([expect.any(String)]) });
  }
});

it("keeps the order while a search waits for its chunks", async () => {
  const { page, shop } = fixture;
  const held: (() => void)[] = [];
  fail(shop, /cards-/, (response, content) => held.push(() => response.end(content)));
  await open();
  const found = search(page, "rug");
  await expect.poll(() => held.length).toBe(4);
  await page.waitForTimeout(300);
  expect(chunks()).toHaveLength(4);
  const timer = setInterval(() => held.shift()?.(), 20);
  expect(await found).toHaveProperty("value.length", 20);
  await expect.poll(() => chunks().length).toBe(6);
  clearInterval(timer);
  expect(chunks()).toEqual(inOrder(chunks()));
});

it("asks again for chunks that could not be had, by the clock and not for a search", async () => {
  const { page, shop } = fixture;
  fail(shop, /cards-/, FAULTS["is gone"] ?? (() => {}));
  await open();
  expect(await search(page, "lamp")).toHaveProperty("code", "bundle_missing");
  let before = 0;
  for (; before !== chunks().length; await page.waitForTimeout(500)) before = chunks().length;
  for (const query of ["lamp", "rug", "chair"]) await search(page, query);
  expect(chunks()).toHaveLength(before);
  shop.intercept = () => false;
  await expect.poll(() => search(page, "lamp"), { timeout: 20_000, interval: 500 }).toHaveProperty("value.length", 20);
});
