/** Where the focus is, whether it can be seen, and what is said while it stays. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, search, settled } from "./shop.ts";
import { type } from "./states.ts";

interface Focused {
  readonly what: string;
  /** It, or what stands for it, has an outline. */
  readonly seen: boolean;
  readonly inside: boolean;
}

/** The element with the focus, through every shadow root. */
function focused(view: Page): Promise<Focused> {
  return view.evaluate(() => {
    let element = document.activeElement;
    const inside = element?.closest("vitrine-panel, .find") !== null;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const outlined = (e: Element | null | undefined) => {
      if (e === null || e === undefined) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    // A checkbox that is drawn as a swatch has its outline there; a slider's is its thumb's.
    const slider = element?.matches("input[type=range]") === true;
    const seen =
      slider || outlined(element) || outlined(element?.nextElementSibling) || outlined(element?.closest(".find"));
    return { what: `${element?.tagName}.${element?.className}`, seen, inside };
  });
}

test("every stop of the Tab key in the panel can be seen", async ({ page }) => {
  await search(page, "oak");
  await page.locator("vitrine-panel vitrine-facets-view input[type=checkbox]").first().click();
  await settled(page);
  await page.locator("#search").focus();
  const stops: Focused[] = [];
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop.inside) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(15);
  expect(stops.filter(({ seen }) => !seen)).toEqual([]);
});

test("a slider's thumb shows that it has the focus", async ({ page }) => {
  await search(page, "oak");
  const thumbs = page.locator("vitrine-panel input[type=range]");
  expect(await thumbs.count()).toBe(2);
  for (const thumb of await thumbs.all()) {
    await page.locator("vitrine-panel select").focus();
    await thumb.scrollIntoViewIfNeeded();
    const before = await thumb.screenshot();
    await page.keyboard.press("Shift");
    await thumb.focus();
    expect((await thumb.screenshot()).equals(before)).toBe(false);
  }
});

test("Tab goes out of the panel at its end, which closes it", async ({ page }) => {
  await search(page, "qzxqzxqzx");
  await page.locator("vitrine-panel").getByRole("button").last().focus();
  for (let step = 0; step < 5 && (await focused(page)).inside; step++) await page.keyboard.press("Tab");
  expect((await focused(page)).inside).toBe(false);
  await page.locator("vitrine-panel :is(.overlay, .sheet)").waitFor({ state: "hidden" });
});

test("the sheet keeps the focus in, both ways round", async ({ shop }) => {
  const page = await shop.visit("/", devices.phone);
  await type(page, "oak");
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press(key);
      const { what, inside } = await focused(page);
      // Between the last and the first stop the focus is with the browser's own controls.
      if (what !== "BODY.") expect(inside, what).toBe(true);
    }
  }
});

test("Escape anywhere in the panel returns the focus to the field", async ({ page }) => {
  await search(page, "oak");
  await page.locator("vitrine-panel select").focus();
  await page.keyboard.press("Escape");
  await page.locator("vitrine-panel :is(.overlay, .sheet)").waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
});

test("the same total is said twice when it was found twice", async ({ page }) => {
  const said = () =>
    page.locator("vitrine-panel [role=status]").evaluateAll((all) => all.map((region) => region.textContent ?? ""));
  await search(page, "oak");
  await expect.poll(async () => (await said()).join("")).toMatch(/^\d+ results for oak$/);
  const before = await said();
  await page.keyboard.type("s");
  await page.keyboard.press("Backspace");
  await settled(page);
  await expect.poll(said).toEqual([...before].reverse());
});
