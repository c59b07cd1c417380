/** What a page loads before the shopper searches, and what shows that one is about to. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options } from "./shop.ts";
import { rewrite } from "./tagged.ts";

let asked: string[];
test.override("path", "about:blank");
test.beforeEach(({ page }) => listen(page));

function listen(page: Page) {
  asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
}

const field = (page: Page) => page.locator("#search");
const panelCode = () => asked.some((path) => /\/mount-/.test(path));
const table = () => asked.some((path) => path.endsWith("/instant.json"));
const engine = () => asked.some((path) => path.endsWith(".wasm"));
const focused = (page: Page) => field(page).evaluate((input) => input === document.activeElement);

/** Opens the shop with other attributes on the tag. */
async function open(page: Page, attributes: Record<string, string> = {}) {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}" `);
  await rewrite(page, "/", (html) => html.replace("data-input=", `${written.join("")}data-input=`));
  await page.goto("/");
}

/** Gives the page a network of its own. */
async function network(page: Page, connection: { effectiveType: string; saveData: boolean } | undefined) {
  await page.addInitScript((value) => {
    Object.defineProperty(navigator, "connection", { value });
  }, connection);
}

test("of the widget a page loads the tag alone, until a pointer comes near the field", async ({ page }) => {
  await open(page, { "data-preload": "intent" });
  await page.mouse.move(100, 700);
  await page.waitForTimeout(4000);
  const own = asked.filter((path) => /\.js$|\.wasm$|\/bundle\//.test(path) && !path.startsWith("/scripts/"));
  expect(own).toEqual(["/vitrine.js"]);
  const box = await field(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + (box?.height ?? 0) + 90, { steps: 5 });
  await expect.poll(() => panelCode() && table() && engine()).toBe(true);
  expect(await field(page).getAttribute("aria-expanded")).toBe("false");
});

test("a finger near the field is a sign too", async ({ shop }) => {
  const page = await shop.visit("about:blank", devices.phone);
  listen(page);
  await open(page, { "data-preload": "intent" });
  const box = await field(page).boundingBox();
  await page.touchscreen.tap((box?.x ?? 0) + 10, (box?.y ?? 0) - 20);
  await expect.poll(panelCode).toBe(true);
});

test("with data-preload none a pointer is no sign, the focus is", async ({ page }) => {
  await open(page, { "data-preload": "none" });
  await field(page).hover();
  await page.waitForTimeout(500);
  expect(panelCode()).toBe(false);
  await field(page).focus();
  await expect.poll(engine).toBe(true);
});

test("an idle page on a good connection loads the panel and the first answers, not the engine", async ({ page }) => {
  await network(page, { effectiveType: "4g", saveData: false });
  await open(page);
  await expect.poll(() => panelCode() && table()).toBe(true);
  await page.waitForTimeout(500);
  expect(asked.filter((path) => /\.wasm$|worker-|manifest/.test(path))).toEqual([]);
  expect(await page.locator("vitrine-panel").count()).toBe(0);
});

test.for([
  ["slow", { effectiveType: "3g", saveData: false }],
  ["to be spared", { effectiveType: "4g", saveData: true }],
  ["unknown", undefined],
] as const)("an idle page loads nothing where the network is %s", async ([_, connection], { page }) => {
  await network(page, connection);
  await open(page);
  await page.waitForTimeout(4500);
  expect(panelCode() || table()).toBe(false);
});

test.for(["/", "Control+k", "Meta+k"])("%s goes to the field and opens the panel", async (keys, { page }) => {
  await open(page, { "data-preload": "none" });
  expect(panelCode()).toBe(false);
  await page.keyboard.press(keys);
  await options(page).first().waitFor();
  expect(await focused(page)).toBe(true);
  expect(await field(page).inputValue()).toBe("");
  await page.keyboard.press("Escape");
  expect(await options(page).first().isVisible()).toBe(false);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press(keys);
  await options(page).first().waitFor();
});

test("the keys are letters where the shopper writes, and the page's own where it has taken them", async ({ page }) => {
  await open(page, { "data-preload": "none" });
  await page.evaluate(() => {
    const note = Object.assign(document.createElement("textarea"), { id: "note" });
    document.querySelector("main")?.append(note);
  });
  await page.locator("#note").focus();
  await page.keyboard.type("a/b");
  expect(await page.locator("#note").inputValue()).toBe("a/b");
  await field(page).focus();
  await page.keyboard.type("1/2");
  expect(await field(page).inputValue()).toBe("1/2");
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    document.body.addEventListener("keydown", (event) => event.preventDefault());
  });
  await page.keyboard.press("/");
  expect(await focused(page)).toBe(false);
});

test("keys that the page's own field has are said with them, and alone when the search is gone", async ({ page }) => {
  await open(page, { "data-preload": "none", "data-keys": "off" });
  await page.evaluate(() => {
    const own = Object.assign(document.createElement("input"), { id: "own" });
    own.setAttribute("aria-keyshortcuts", "Alt+S");
    document.querySelector("main")?.prepend(own);
  });
  const said = () => page.locator("#own").getAttribute("aria-keyshortcuts");
  await page.evaluate(`import("/vitrine.js").then(({ init }) => {
    globalThis.during = init({ bundle: "bundle/", input: "#own", preload: "none" });
  })`);
  expect(await said()).toBe("Alt+S / Control+K Meta+K");
  await page.evaluate("during.destroy()");
  expect(await said()).toBe("Alt+S");
});

test("with data-keys off the keys are left to the page", async ({ page }) => {
  await open(page, { "data-preload": "none", "data-keys": "off" });
  expect(await field(page).getAttribute("aria-keyshortcuts")).toBeNull();
  await page.keyboard.press("/");
  expect(await focused(page)).toBe(false);
  expect(panelCode()).toBe(false);
});

test("scripts that are no modules find the functions on the window", async ({ page }) => {
  await open(page);
  const names = await page.evaluate(() => Object.keys(window.vitrine ?? {}));
  expect(names).toEqual(["init", "results", "connect"]);
});
