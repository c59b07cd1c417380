import { expect } from "vitest";
import { test } from "./fixture.ts";
import { hold, options, search } from "./shop.ts";

test("what is shown is put in order anew when the second stage arrives, without a word", async ({ shop }) => {
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
});
