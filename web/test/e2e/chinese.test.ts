import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options, picture, search, settled } from "./shop.ts";

test("a Chinese word finds Chinese products, in a Chinese panel", async ({ shop }) => {
  const page = await shop.visit("/zh/");
  await search(page, "沙发");
  const first = options(page).first();
  expect(await first.locator("mark").first().textContent()).toContain("沙");
  expect(await first.locator(".price").textContent()).toMatch(/¥\d/);
  expect(await page.locator("vitrine-panel .total").textContent()).toMatch(/^\d+ 件商品$/);
  await page.getByRole("combobox", { name: "搜索本店" }).waitFor();
  await page.getByLabel("排序").waitFor();
  await picture(page, "chinese-desktop");
});

test("the letters of an unfinished word are not searched, the finished word is", async ({ shop }) => {
  const page = await shop.visit("/zh/");
  // A press would open the panel on the empty field.
  await page.locator("#search").focus();
  const input = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ["s", "sh", "sha'fa"]) await compose(text);
  expect(await options(page).count()).toBe(0);
  await page.keyboard.press("ArrowDown");
  expect(await page.locator("#search").getAttribute("aria-expanded")).toBe("false");
  await input.send("Input.insertText", { text: "沙发" });
  await settled(page);
  expect(await options(page).count()).toBeGreaterThan(0);
  expect(await page.locator("#search").inputValue()).toBe("沙发");
});

test("the Chinese shop's pages work on a phone", async ({ shop }) => {
  const page = await shop.visit("/zh/", devices.phone);
  await picture(page, "chinese-home-phone");
  await page.goto(`/zh/category.html?c=${encodeURIComponent("家具")}`);
  await page.locator(".vitrine-tile").first().waitFor();
  await page.locator(".vitrine-tile a").first().click();
  await page.waitForURL(/\/zh\/product\.html/);
  await page.getByRole("button", { name: /加入购物车|暂时缺货/ }).waitFor();
  await picture(page, "chinese-product-phone");
});
