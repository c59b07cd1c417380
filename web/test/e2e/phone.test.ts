/** What only phones have: a keyboard on the screen, a page behind the sheet, and input methods. */
import type { CDPSession, Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options, picture, settled } from "./shop.ts";
import { type } from "./states.ts";
import { visitTagged } from "./tagged.ts";

test.override("device", devices.phone);

const sheet = (page: Page) => page.locator("dialog.sheet");

/** Leaves the page so many pixels of height, as a keyboard does that covers the rest. */
async function keyboardLeaves(page: Page, height: number): Promise<void> {
  await page.evaluate((left) => {
    const viewport = window.visualViewport as VisualViewport;
    Object.defineProperty(viewport, "height", { configurable: true, get: () => left });
    viewport.dispatchEvent(new Event("resize"));
  }, height);
}

test("the keyboard never hides the results: the sheet ends where it begins", async ({ page }) => {
  await type(page, "oak");
  await keyboardLeaves(page, 420);
  expect(await sheet(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 420 });
  const last = options(page).last();
  await last.scrollIntoViewIfNeeded();
  await picture(page, "sheet-above-keyboard");
  const box = await last.boundingBox();
  expect((box?.y ?? 0) + Math.min(box?.height ?? 0, 40)).toBeLessThanOrEqual(420);
  await keyboardLeaves(page, 844);
  expect((await sheet(page).boundingBox())?.height).toBe(844);
});

test("the page behind stays where it was, whatever is scrolled in the sheet", async ({ page }) => {
  await page.evaluate(() => scrollTo(0, 30));
  await type(page, "oak");
  await page.mouse.move(200, 30);
  await page.mouse.wheel(0, 900);
  await page.mouse.move(200, 600);
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, 3000);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(30);
  await page.getByRole("button", { name: "Close search" }).tap();
  await sheet(page).waitFor({ state: "hidden" });
  expect(await page.evaluate(() => scrollY)).toBe(30);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(30);
});

test("a page that calls ten pixels a rem has the same bar: nothing lies over how many were found", async ({ shop }) => {
  const narrow = { ...devices.phone, viewport: { width: 360, height: 740 } };
  const page = await visitTagged(
    shop,
    narrow,
    `data-lang="de"`,
    "html { font-size: 62.5% } body { font-size: 1.6rem }",
  );
  await type(page, "oak");
  const filter = await page.locator("vitrine-panel .filter").boundingBox();
  const total = await page.locator("vitrine-panel .total").boundingBox();
  expect(total?.y).toBeGreaterThanOrEqual((filter?.y ?? 0) + (filter?.height ?? Infinity));
});

/** The letters under the input method's cursor, not yet the shopper's word. */
function compose(input: CDPSession, text: string): Promise<unknown> {
  return input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

/** The Enter that takes a candidate, as browsers report it while an input method composes. */
function enter(input: CDPSession): Promise<unknown> {
  return input.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Process",
    code: "Enter",
    windowsVirtualKeyCode: 229,
  });
}

for (const [device, field] of [
  ["desktop", "#search"],
  ["phone", ".vitrine-field"],
] as const) {
  test(`on a ${device} nothing is searched or sent before a Chinese word is finished`, async ({ shop }) => {
    const view = await shop.visit("/zh/", devices[device]);
    await view.locator("#search").click();
    const offered = () => view.locator("vitrine-panel .vitrine-suggestion").allTextContents();
    await view.locator("vitrine-panel .vitrine-suggestion").first().waitFor();
    await settled(view);
    const before = await offered();
    const total = await view.locator("vitrine-panel .total").allTextContents();
    const input = await view.context().newCDPSession(view);
    for (const text of ["s", "sh", "sha", "sha'f", "sha'fa"]) await compose(input, text);
    await enter(input);
    await view.waitForTimeout(300);
    expect(new URL(view.url()).pathname).toBe("/zh/");
    expect(await view.locator("vitrine-panel .total").allTextContents()).toEqual(total);
    expect(await offered()).toEqual(before);
    await input.send("Input.insertText", { text: "沙发" });
    await view.waitForFunction(() =>
      document.querySelector("vitrine-panel a[role=option] vitrine-card")?.shadowRoot?.querySelector("mark"),
    );
    expect(await view.locator(field).inputValue()).toBe("沙发");
    await view.keyboard.press("Enter");
    await view.waitForURL(/search\.html\?q=/);
  });
}
