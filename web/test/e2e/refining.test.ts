import { afterAll, beforeAll, expect, test } from "vitest";
import { hold, options, Shop, search } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

test("what is shown is put in order anew when the second stage arrives, without a word", async () => {
  const page = await shop.visit("about:blank");
  const release = await hold(page.context(), "**/embeddings-*");
  await page.goto("/");
  await search(page, "something to rest my feet on");
  const titles = () => options(page).locator(".title").allTextContents();
  const said = page.locator("vitrine-panel [role=status]");
  const before = await titles();
  await expect.poll(async () => (await said.allTextContents()).join("")).toContain("feet on");
  const heard = await said.allTextContents();
  release();
  await expect.poll(titles).not.toEqual(before);
  expect(await said.allTextContents()).toEqual(heard);
  expect(shop.complaints).toEqual([]);
  await page.context().close();
});
