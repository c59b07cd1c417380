/** Browsers that cannot run the engine: the shop's endpoint answers, or the shop's form alone. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options, type Shop, search, settled } from "./shop.ts";

let asked: URL[];
test.override("path", "about:blank");
test.beforeEach(({ page }) => listen(page));

function listen(page: Page) {
  asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
}

const field = (page: Page) => page.locator("#search");
const engineFiles = () => asked.filter(({ pathname }) => /\.wasm$|worker-|client-/.test(pathname));

/** Opens the shop with the endpoint on its tag, under the policy given or its own. */
async function open(page: Page, endpoint: string | undefined, policy?: (old: string) => string) {
  const home = ({ pathname }: URL) => pathname === "/";
  await page.context().route(home, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    let body = await response.text();
    if (endpoint !== undefined) body = body.replace("data-input=", `data-endpoint="${endpoint}" data-input=`);
    if (policy) {
      headers["content-security-policy"] = policy(headers["content-security-policy"] ?? "");
      body = policy(body);
    }
    await route.fulfill({ response, headers, body });
  });
  await page.goto("/");
}

/** Opens the shop under a policy that forbids WebAssembly. */
async function openForbidden(page: Page, endpoint: string | undefined) {
  const strict = (policy: string) => policy.replace(" 'wasm-unsafe-eval'", "");
  // A worker is under the policy that its own script comes with.
  await page.context().route(/\/worker-/, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = strict(headers["content-security-policy"] ?? "");
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy } });
  });
  await open(page, endpoint, strict);
}

/** Types on until the panel is gone, and expects the shop's form to work as if it had never been. */
async function expectTheFormAlone(shop: Shop, page: Page, reason: RegExp) {
  await field(page).click();
  await page.keyboard.type("lam");
  await page.waitForFunction(() => document.querySelector("#search")?.getAttribute("role") === null);
  expect(await page.locator("vitrine-panel").count()).toBe(0);
  expect(
    await field(page).evaluate((input) => input.getAttributeNames().filter((name) => name.startsWith("aria-e"))),
  ).toEqual([]);
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field(page).inputValue()).toBe("lam");
  const before = asked.length;
  await page.keyboard.type("p");
  expect(await field(page).inputValue()).toBe("lamp");
  await field(page).click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+k");
  await page.waitForTimeout(500);
  expect(asked.slice(before).map(({ pathname }) => pathname)).toEqual([]);
  expect(shop.complaints.filter((said) => said.startsWith("vitrine:"))).toEqual([expect.stringMatching(reason)]);
  shop.complaints.length = 0;
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
}

const withoutWebAssembly = (page: Page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));

test("without WebAssembly the endpoint answers, and no part of an engine is loaded", async ({ page }) => {
  await withoutWebAssembly(page);
  await open(page, "/");
  await search(page, "oak table");
  expect(await options(page).count()).toBeGreaterThan(5);
  expect(await options(page).first().locator("mark").count()).toBeGreaterThan(0);
  expect(engineFiles()).toEqual([]);
  expect(asked.some(({ pathname, search: said }) => pathname === "/v1/search" && said.includes("q=oak+table"))).toBe(
    true,
  );
});

test("filters, orders and further pages are the endpoint's too", async ({ page }) => {
  await withoutWebAssembly(page);
  await open(page, "/");
  await search(page, "oak");
  const before = await options(page).count();
  await page.locator("vitrine-panel").getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(before);
  await page.locator("vitrine-panel input[type=checkbox]").first().click();
  await settled(page);
  await page.locator("vitrine-panel select").first().selectOption("price_asc");
  await settled(page);
  const last = asked.filter(({ pathname }) => pathname === "/v1/search").at(-1);
  expect([...(last?.searchParams.keys() ?? [])].some((name) => name.startsWith("filter."))).toBe(true);
  expect(last?.searchParams.get("sort")).toBe("price_asc");
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("a policy that forbids WebAssembly leaves it to the endpoint", async ({ page, shop }) => {
  await openForbidden(page, "/");
  await search(page, "oak table");
  expect(await options(page).count()).toBeGreaterThan(5);
  expect(asked.some(({ pathname }) => pathname === "/v1/search")).toBe(true);
  expect(shop.complaints.filter((said) => said.includes("answers instead"))).toHaveLength(1);
  shop.complaints.length = 0;
});

test("an endpoint that fails is told of like an engine that does, and can be tried again", async ({ page, shop }) => {
  await withoutWebAssembly(page);
  await page
    .context()
    .route(/\/v1\//, (route) => route.fulfill({ status: 503, json: { code: "timeout", message: "late" } }));
  await open(page, "/");
  await field(page).click();
  await page.keyboard.type("oak");
  await page.getByRole("heading", { name: "Search is not available right now" }).waitFor();
  await page.context().unroute(/\/v1\//);
  await page.locator("vitrine-panel").getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
  shop.complaints.length = 0;
});

test("without an endpoint either, the field is the shop's form's alone", async ({ page }) => {
  await withoutWebAssembly(page);
  await open(page, undefined);
  expect(await field(page).getAttribute("role")).toBeNull();
  await field(page).click();
  await page.keyboard.type("lamp");
  await page.waitForTimeout(500);
  expect(await page.locator("vitrine-panel").count()).toBe(0);
  expect(asked.filter(({ pathname }) => /mount-|instant|manifest/.test(pathname))).toEqual([]);
  expect(engineFiles()).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
});

test.for(Object.entries(devices))(
  "on a %s a policy that forbids WebAssembly leaves the field to the form",
  async ([_, device], { shop }) => {
    const page = await shop.visit("about:blank", device);
    listen(page);
    await openForbidden(page, undefined);
    await expectTheFormAlone(shop, page, /must allow 'wasm-unsafe-eval'/);
  },
);

test("memory that is refused leaves the field to the form", async ({ page, shop }) => {
  await page.addInitScript(() => {
    WebAssembly.instantiate = async () => {
      throw new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance");
    };
  });
  await open(page, undefined, (page) => page.replace("data-input=", 'data-worker="false" data-input='));
  await expectTheFormAlone(shop, page, /Out of memory/);
});

test("where an engine runs nothing is asked of the endpoint", async ({ page }) => {
  await open(page, "/");
  await search(page, "oak table");
  expect(asked.filter(({ pathname }) => pathname.startsWith("/v1/"))).toEqual([]);
});
