import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import type { SelectDetail } from "../../src/ui/events.ts";
import { test } from "./fixture.ts";
import { devices, hold, options, picture, ranked, search, settled } from "./shop.ts";
import { visitTagged } from "./tagged.ts";

const dialog = (page: Page) => page.locator("vitrine-quick-view dialog");
const close = (page: Page) => page.getByRole("button", { name: "Close quick view" });
const link = (page: Page) => page.getByRole("link", { name: "Go to the product" });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe("in the panel", () => {
  let page: Page;
  test.beforeAll(async ({ shop }) => {
    page = await shop.visit("/");
    await search(page, "oak table");
  });
  afterAll(() => page.context().close());

  test("Shift+Enter on a product opens it, Escape closes it alone, and the arrows go on from there", async () => {
    const chosen = page.locator("vitrine-panel a[role=option][aria-selected=true]");
    for (let i = 0; (await chosen.count()) === 0; i++) {
      expect(i).toBeLessThan(20);
      await page.keyboard.press("ArrowDown");
    }
    expect(await chosen.getAttribute("aria-description")).toBe("Press Shift+Enter for a quick view");
    const title = (await chosen.locator("[part=title]").textContent())?.trim();
    const before = await page.locator("#search").getAttribute("aria-activedescendant");
    const places = () =>
      page.evaluate(() => {
        const links = [...document.querySelectorAll("header a")].filter((a) => !a.closest("vitrine-panel"));
        return links.map((a) => a.getBoundingClientRect().y);
      });
    const header = await places();
    await page.keyboard.press("Shift+Enter");
    await dialog(page).waitFor();
    expect(await places(), "the page behind does not move").toEqual(header);
    expect(await dialog(page).getAttribute("aria-label")).toBe(title);
    expect(await dialog(page).evaluate((e) => e.matches(":modal"))).toBe(true);
    expect(await link(page).evaluate((a) => a.matches(":focus"))).toBe(true);
    await picture(page, "quick-view-desktop");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await focused(page)).toBe("search");
    expect(await page.locator("vitrine-panel .overlay").isVisible()).toBe(true);
    expect(await page.locator("#search").getAttribute("aria-activedescendant")).toBe(before);
  });

  test("the mark on the pointed row opens it; the options hold no button", async () => {
    expect(await page.locator("vitrine-panel [role=option] :is(button, a, [tabindex])").count()).toBe(0);
    await options(page).nth(1).hover();
    await options(page).nth(1).locator(".vitrine-peek").click();
    await dialog(page).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("Tab goes round in it and never out of it into the page", async () => {
    const inside = () =>
      page.evaluate(() => {
        const view = document.querySelector("vitrine-panel")?.shadowRoot?.activeElement;
        return view === null ? document.activeElement?.localName : view?.localName;
      });
    for (let i = 0; i < 8; i++) {
      // The browser's own controls come after the last one of the dialog.
      expect(["vitrine-quick-view", "body"]).toContain(await inside());
      await page.keyboard.press("Tab");
    }
  });

  test("a press beside it closes it and not the panel", async () => {
    await page.mouse.click(5, 5);
    await dialog(page).waitFor({ state: "detached" });
    expect(await page.locator("vitrine-panel .overlay").isVisible()).toBe(true);
  });

  test("its link is a choice of the product", async () => {
    await options(page).nth(1).hover();
    await options(page).nth(1).locator(".vitrine-peek").click();
    const told = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener("vitrine:select", (event) => {
            event.preventDefault();
            resolve(JSON.stringify(event.detail));
          });
        }),
    );
    await link(page).click();
    expect(JSON.parse(await told) as SelectDetail).toMatchObject({ position: 1, query: "oak table" });
    await dialog(page).waitFor({ state: "detached" });
    expect(await page.locator("vitrine-panel .overlay").isVisible()).toBe(false);
  });
});

test("a tile has a button for it, which gets the focus back", async ({ shop }) => {
  const page = await shop.visit("/search.html?q=lamp");
  // The second stage puts the tiles in order anew.
  await ranked(page);
  const button = page.getByRole("button", { name: /^Quick view: / }).nth(2);
  await button.focus();
  const name = await button.getAttribute("aria-label");
  await page.keyboard.press("Enter");
  await dialog(page).waitFor();
  expect(`Quick view: ${await dialog(page).getAttribute("aria-label")}`).toBe(name);
  expect(await link(page).getAttribute("href")).toContain("product.html");
  await close(page).click();
  await dialog(page).waitFor({ state: "detached" });
  expect(await button.evaluate((b) => b === document.activeElement)).toBe(true);
});

test("on a phone it rises over the sheet, and goes back to it", async ({ shop }) => {
  const page = await shop.visit("/", devices.phone);
  await page.locator("#search").tap();
  await page.keyboard.type("oak");
  await settled(page);
  await options(page).first().locator(".vitrine-peek").tap();
  await dialog(page).waitFor();
  await page.waitForTimeout(250); // the rising takes 160 ms
  await picture(page, "quick-view-phone");
  const box = await dialog(page).boundingBox();
  expect([box?.x, box?.width]).toEqual([0, 390]);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0);
  expect((await close(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await close(page).tap();
  await dialog(page).waitFor({ state: "detached" });
  expect(await page.locator("dialog.sheet").isVisible()).toBe(true);
});

test("a page that cancels vitrine:quickview shows its own view", async ({ shop }) => {
  const page = await shop.visit("/search.html?q=lamp");
  await page.evaluate(() => {
    document.addEventListener("vitrine:quickview", (event) => {
      event.preventDefault();
      document.body.dataset["peeked"] = event.detail.hit.id;
    });
  });
  await page
    .getByRole("button", { name: /^Quick view: / })
    .first()
    .click();
  expect(await page.evaluate(() => document.body.dataset["peeked"])).toBeTruthy();
  expect(await dialog(page).count()).toBe(0);
});

test("a shop that wants none has none", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, `data-quick-view="off"`);
  await search(page, "oak");
  expect(await page.locator(".vitrine-peek").count()).toBe(0);
  expect(await options(page).first().getAttribute("aria-description")).toBeNull();
  await page.keyboard.press("ArrowUp");
  // Then the keys are the browser's: they open the shop's own results in a window of their own.
  const [results] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Shift+Enter")]);
  await results.waitForURL(/search\.html\?q=oak/);
  expect(await dialog(page).count()).toBe(0);
});

describe("its code", () => {
  const code = /\/quick-view-\w+\.js/;

  test("comes with the first view and not before, and once", async ({ shop }) => {
    const page = await shop.visit("/search.html?q=lamp");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await settled(page);
    const button = page.getByRole("button", { name: /^Quick view: / });
    for (const nth of [0, 1]) {
      expect(asked.filter((url) => code.test(url))).toHaveLength(nth);
      await button.nth(nth).click();
      await dialog(page).waitFor();
      await close(page).click();
      await dialog(page).waitFor({ state: "detached" });
    }
    expect(asked.filter((url) => code.test(url))).toHaveLength(1);
  });

  test("of two that were asked for before it came, the last is shown", async ({ shop }) => {
    const page = await shop.visit("/search.html?q=lamp");
    await settled(page);
    const letGo = await hold(page, code);
    const button = page.getByRole("button", { name: /^Quick view: / });
    await button.nth(0).click();
    await button.nth(1).click();
    letGo();
    await dialog(page).waitFor();
    expect(await dialog(page).count()).toBe(1);
    expect(`Quick view: ${await dialog(page).getAttribute("aria-label")}`).toBe(
      await button.nth(1).getAttribute("aria-label"),
    );
  });

  test("where it cannot be had, the product's link is followed, as the shop hears, and the console is told once", async ({
    page,
    shop,
  }) => {
    await page.context().route(code, (route) => route.abort());
    await page.evaluate(() => {
      document.addEventListener("vitrine:select", (event) => {
        const before = JSON.parse(sessionStorage["chosen"] ?? "[]") as unknown[];
        sessionStorage["chosen"] = JSON.stringify([...before, event.detail.position]);
        // The first stays on the page, so that a second can fail on it.
        if (before.length === 0) event.preventDefault();
      });
    });
    for (const nth of [1, 2]) {
      await page.locator("#search").fill("");
      await search(page, "oak table");
      await options(page).nth(nth).hover();
      await options(page).nth(nth).locator(".vitrine-peek").click();
      await page.locator("vitrine-panel .overlay").waitFor({ state: "hidden" });
    }
    await page.waitForURL(/product\.html/);
    expect(await page.evaluate(() => JSON.parse(sessionStorage["chosen"]))).toEqual([1, 2]);
    const own = shop.complaints.splice(0).filter((said) => said.startsWith("vitrine:"));
    expect(own).toEqual([expect.stringMatching(code)]);
  });
});

test("for the curious it says why, in words", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, `data-why="on"`);
  await search(page, "velvett chair");
  await options(page).first().hover();
  await options(page).first().locator(".vitrine-peek").click();
  await page.getByText("Why this product?").click();
  const reasons = page.locator("vitrine-quick-view .reasons li");
  await reasons.first().waitFor();
  await picture(page, "quick-view-why");
  const said = (await reasons.allTextContents()).map((text) => text.replaceAll(/\s+/g, " ").trim());
  expect(said.join("\n")).toMatch(/“velvett” \(corrected: “velvet”\) in: title.* \d\.\d/);
  expect(said.join("\n")).toMatch(/The title calls it “chair” \d\.\d/);
  expect(await page.locator("vitrine-quick-view .sum").textContent()).toMatch(/Words that match:\s+\d+\.\d/);
});
