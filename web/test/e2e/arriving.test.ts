/** What a shopper does before the panel's code is there, or where it never comes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, Route } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options, settled, site } from "./shop.ts";

const code = /\/mount-\w+\.js/;
const field = (page: Page) => page.locator("#search");
const panel = (page: Page) => page.locator("vitrine-panel");

/** Holds back the panel's code until let go. */
async function holdCode(page: Page): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.context().route(code, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

async function countRequests(page: Page, pattern: RegExp): Promise<() => number> {
  let count = 0;
  page.on("request", (request) => {
    if (pattern.test(request.url())) count++;
  });
  return () => count;
}

test("the tag is one file that imports nothing before it is needed", () => {
  const tag = readFileSync(join(site, "vitrine.js"), "utf8");
  expect([...tag.matchAll(/\bimport\(/g)].length).toBeGreaterThan(0);
  expect(tag).not.toMatch(/\bimport\s*["{*\w]/);
});

test("what was typed before the code came is searched for when it comes", async ({ page }) => {
  const arrive = await holdCode(page);
  await field(page).click();
  await page.keyboard.type("oak table");
  arrive();
  await options(page).first().waitFor();
  expect(await field(page).inputValue()).toBe("oak table");
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type("s");
  expect(await field(page).inputValue()).toBe("oak tables");
});

test("on a phone the sheet takes up the text and the focus", async ({ shop }) => {
  const page = await shop.visit("/", devices.phone);
  const arrive = await holdCode(page);
  await field(page).tap();
  await page.keyboard.type("lam");
  arrive();
  await page.locator("dialog.sheet").waitFor();
  await page.keyboard.type("p");
  await settled(page);
  expect(await page.getByRole("combobox", { name: "Search products" }).inputValue()).toBe("lamp");
});

test("a word that is composed when the code comes is searched for when it is finished", async ({ page }) => {
  const arrive = await holdCode(page);
  await field(page).click();
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "so", selectionStart: 2, selectionEnd: 2 });
  arrive();
  await panel(page).waitFor({ state: "attached" });
  await page.waitForTimeout(300);
  expect(await field(page).getAttribute("aria-expanded")).toBe("false");
  await input.send("Input.insertText", { text: "sofa" });
  await options(page).first().waitFor();
  expect(await field(page).inputValue()).toBe("sofa");
});

test("a shopper who left the field meanwhile is not called back", async ({ page }) => {
  const arrive = await holdCode(page);
  await field(page).click();
  await page.keyboard.type("oak");
  await page.mouse.click(640, 700);
  arrive();
  await panel(page).waitFor({ state: "attached" });
  await page.waitForTimeout(300);
  expect(await field(page).getAttribute("aria-expanded")).toBe("false");
  expect(await field(page).inputValue()).toBe("oak");
});

test("a field that is typed in before the script runs is not missed", async ({ page }) => {
  await page.context().route(/\/vitrine\.js/, async (route: Route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await field(page).click();
  await page.keyboard.type("oak");
  await options(page).first().waitFor();
});

test("the handle of init works before the code is there, and after", async ({ page }) => {
  const arrive = await holdCode(page);
  await page.evaluate(
    `import("/vitrine.js").then(({ init }) => {
      const own = Object.assign(document.createElement("input"), { id: "own", value: "lamp" });
      document.querySelector("main").append(own);
      window.handle = init({ bundle: "/bundle/", input: own });
      window.handle.open();
    })`,
  );
  arrive();
  await options(page).first().waitFor();
  await page.evaluate("window.handle.close()");
  expect(await options(page).first().isVisible()).toBe(false);
  await page.evaluate("window.handle.destroy()");
  expect(await panel(page).count()).toBe(0);
  expect(await page.locator("#own").evaluate((own) => own.getAttributeNames())).toEqual(["id"]);
});

test("results are there when the code comes, for the query that was asked last", async ({ page }) => {
  const arrive = await holdCode(page);
  await page.evaluate(
    `import("/vitrine.js").then(({ results }) => {
      const place = document.querySelector("main");
      place.replaceChildren("Just a moment");
      window.shown = results({ bundle: "/bundle/", into: place, query: "rug" });
      window.shown.search("sofa");
    })`,
  );
  expect(await page.locator("main").textContent()).toBe("Just a moment");
  arrive();
  await page.locator("main .vitrine-tile").first().waitFor();
  expect(new Set((await page.locator("main mark").allTextContents()).map((mark) => mark.toLowerCase()))).toEqual(
    new Set(["sofa"]),
  );
  await page.evaluate("window.shown.destroy()");
  expect(await page.locator("main").textContent()).toBe("");
});

test("code that does not come is asked for again, and the form works all the while", async ({ page, shop }) => {
  const asked = await countRequests(page, code);
  await page.context().route(code, (route) => route.fulfill({ status: 503, body: "" }));
  await field(page).click();
  for (const letter of "la") {
    await page.keyboard.type(letter);
    await expect.poll(() => field(page).getAttribute("role")).toBe(null);
  }
  expect(asked()).toBeGreaterThan(1);
  expect(shop.complaints.filter((said) => said.startsWith("vitrine:")).length).toBe(1);
  await page.context().unroute(code);
  await page.keyboard.type("mp");
  await options(page).first().waitFor();
  expect(await field(page).getAttribute("role")).toBe("combobox");
  shop.complaints.length = 0;

  await page.goto("/");
  await page.context().route(code, (route) => (page.url().includes("search.html") ? route.continue() : route.abort()));
  await field(page).click();
  await page.keyboard.type("lamp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
  await settled(page);
  shop.complaints.length = 0;
});
