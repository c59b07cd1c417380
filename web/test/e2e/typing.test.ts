import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { options, search, settled } from "./shop.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the shop" });

/** The option that the field points at, found as a screen reader does: by id, in the same tree. */
const active = (page: Page) =>
  field(page).evaluate((input) => {
    const id = input.getAttribute("aria-activedescendant");
    const option = id === null ? null : (input.getRootNode() as Document).getElementById(id);
    return option && [...document.querySelectorAll("[role=option]")].indexOf(option);
  });

test("nothing of the engine is fetched before the shopper touches the field", async ({ page }) => {
  const engine: string[] = [];
  page.on("request", (request) => engine.push(request.url()));
  await page.reload();
  expect(engine.filter((url) => /\.wasm|worker|\/bundle\//.test(url))).toEqual([]);
  await field(page).focus();
  await expect.poll(() => engine.some((url) => url.includes(".wasm"))).toBe(true);
});

test("hits come while typing, with the words that matched emphasised", async ({ page }) => {
  await search(page, "oak tabl");
  const first = options(page).first();
  const marks = await first.locator("mark").allTextContents();
  expect(marks.map((mark) => mark.toLowerCase())).toContain("oak");
  expect(marks.some((mark) => mark.toLowerCase().startsWith("tabl"))).toBe(true);
  expect(await first.locator(".price").textContent()).toMatch(/\$\d/);
  const drawn = await first.locator("img").evaluate((image: HTMLImageElement) => image.decode().then(() => true));
  expect(drawn).toBe(true);
});

test("the field says that the listbox is open, and which one it is", async ({ page }) => {
  expect(await field(page).getAttribute("aria-expanded")).toBe("false");
  await search(page, "lamp");
  expect(await field(page).getAttribute("aria-expanded")).toBe("true");
  const listbox = await field(page).evaluate((input) => {
    const id = input.getAttribute("aria-controls") ?? "";
    return (input.getRootNode() as Document).getElementById(id)?.getAttribute("role");
  });
  expect(listbox).toBe("listbox");
});

test("the arrow keys, Home and End walk through all options while the focus stays", async ({ page }) => {
  await search(page, "chair");
  const last = (await page.locator("vitrine-panel [role=option]").count()) - 1;
  const places: (number | null)[] = [];
  for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"]) {
    await page.keyboard.press(key);
    await settled(page);
    places.push(await active(page));
  }
  expect(places).toEqual([0, 1, last, null, last, 0, null]);
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
});

test("the hit that the arrows stand on is in sight and marked selected", async ({ page }) => {
  await search(page, "chair");
  await page.keyboard.press("ArrowUp");
  await settled(page);
  const selected = page.locator("[role=option][aria-selected=true]");
  expect(await selected.count()).toBe(1);
  const inSight = await selected.evaluate(
    (option) =>
      new Promise((resolve) => {
        new IntersectionObserver(([entry]) => resolve((entry?.intersectionRatio ?? 0) > 0.95)).observe(option);
      }),
  );
  expect(inSight).toBe(true);
});

test("Home and End move the caret as long as no hit is chosen", async ({ page }) => {
  await search(page, "lamp");
  await page.keyboard.press("Home");
  await page.keyboard.type("oak ");
  expect(await field(page).inputValue()).toBe("oak lamp");
});

test("Enter on a hit opens its product", async ({ page }) => {
  await search(page, "sofa");
  await page.keyboard.press("ArrowUp");
  await settled(page);
  const title = (await options(page).last().locator(".title").textContent())?.trim();
  await page.keyboard.press("Enter");
  await page.waitForURL(/product\.html\?id=/);
  await expect.poll(() => page.locator("h1").textContent()).toBe(title);
});

test("Enter without a hit leaves the shop's own form to do its work", async ({ page }) => {
  await search(page, "rug");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=rug/);
  await settled(page);
  expect(await page.locator("h1").textContent()).toContain("rug");
});

test("Escape closes the panel and keeps the text; Down opens it again", async ({ page }) => {
  await search(page, "lamp");
  await page.keyboard.press("Escape");
  expect(await options(page).first().isVisible()).toBe(false);
  expect(await field(page).inputValue()).toBe("lamp");
  await page.keyboard.press("ArrowDown");
  await settled(page);
  expect(await options(page).first().isVisible()).toBe(true);
});

test("a press beside the panel closes it, a press on a hit follows it", async ({ page }) => {
  await search(page, "lamp");
  await page.mouse.click(20, 780);
  expect(await options(page).first().isVisible()).toBe(false);
  await field(page).click();
  await options(page).nth(1).click();
  await page.waitForURL(/product\.html/);
});

test("Tab goes from the field into the panel, and Escape there comes back", async ({ page }) => {
  await search(page, "lamp");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("vitrine-panel");
  await page.keyboard.press("Escape");
  expect(await options(page).first().isVisible()).toBe(false);
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
});

test("a screen reader hears the count once the typing rests", async ({ page }) => {
  await search(page, "lamp");
  const total = await page.locator(".total").textContent();
  const said = page.locator("vitrine-panel [role=status]");
  await expect.poll(async () => (await said.allTextContents()).join("")).toBe(`${total} for lamp`);
});

test("a page that cancels vitrine:select stays where it is", async ({ page }) => {
  await page.evaluate(() => {
    document.addEventListener("vitrine:select", (event) => {
      event.preventDefault();
      document.body.dataset["selected"] = (event as CustomEvent).detail.hit.id;
    });
  });
  await search(page, "sofa");
  await options(page).first().click();
  expect(await page.evaluate(() => document.body.dataset["selected"])).toBeTruthy();
  expect(new URL(page.url()).pathname).toBe("/");
});
