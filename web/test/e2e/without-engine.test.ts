/** Browsers that cannot run the engine: the shop's endpoint answers, or the shop's form alone. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { devices, options, Shop, search, settled } from "./shop.ts";

let shop: Shop;
let page: Page;
let asked: URL[];
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  page = await shop.visit("about:blank");
  asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  return () => page.context().close();
});

const field = () => page.locator("#search");
const engineFiles = () => asked.filter(({ pathname }) => /\.wasm$|worker-|client-/.test(pathname));

/** Opens the shop with the endpoint on its tag, under the policy given or its own. */
async function open(endpoint: string | undefined, policy?: (old: string) => string) {
  await page.context().route(`${shop.origin}/`, async (route) => {
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
async function openForbidden(endpoint: string | undefined) {
  const strict = (policy: string) => policy.replace(" 'wasm-unsafe-eval'", "");
  // A worker is under the policy that its own script comes with.
  await page.context().route(/\/worker-/, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = strict(headers["content-security-policy"] ?? "");
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy } });
  });
  await open(endpoint, strict);
}

/** Types on until the panel is gone, and expects the shop's form to work as if it had never been. */
async function expectTheFormAlone(reason: RegExp) {
  await field().click();
  await page.keyboard.type("lam");
  await page.waitForFunction(() => document.querySelector("#search")?.getAttribute("role") === null);
  expect(await page.locator("vitrine-panel").count()).toBe(0);
  expect(
    await field().evaluate((input) => input.getAttributeNames().filter((name) => name.startsWith("aria-e"))),
  ).toEqual([]);
  expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field().inputValue()).toBe("lam");
  const before = asked.length;
  await page.keyboard.type("p");
  expect(await field().inputValue()).toBe("lamp");
  await field().click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+k");
  await page.waitForTimeout(500);
  expect(asked.slice(before).map(({ pathname }) => pathname)).toEqual([]);
  expect(shop.complaints.filter((said) => said.startsWith("vitrine:"))).toEqual([expect.stringMatching(reason)]);
  shop.complaints.length = 0;
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
}

const withoutWebAssembly = () => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));

test("without WebAssembly the endpoint answers, and no part of an engine is loaded", async () => {
  await withoutWebAssembly();
  await open("/");
  await search(page, "oak table");
  expect(await options(page).count()).toBeGreaterThan(5);
  expect(await options(page).first().locator("mark").count()).toBeGreaterThan(0);
  expect(engineFiles()).toEqual([]);
  expect(asked.some(({ pathname, search: said }) => pathname === "/v1/search" && said.includes("q=oak+table"))).toBe(
    true,
  );
});

test("filters, orders and further pages are the endpoint's too", async () => {
  await withoutWebAssembly();
  await open("/");
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

test("a policy that forbids WebAssembly leaves it to the endpoint", async () => {
  await openForbidden("/");
  await search(page, "oak table");
  expect(await options(page).count()).toBeGreaterThan(5);
  expect(asked.some(({ pathname }) => pathname === "/v1/search")).toBe(true);
  expect(shop.complaints.filter((said) => said.includes("answers instead"))).toHaveLength(1);
  shop.complaints.length = 0;
});

test("an endpoint that fails is told of like an engine that does, and can be tried again", async () => {
  await withoutWebAssembly();
  await page
    .context()
    .route(/\/v1\//, (route) => route.fulfill({ status: 503, json: { code: "timeout", message: "late" } }));
  await open("/");
  await field().click();
  await page.keyboard.type("oak");
  await page.getByRole("heading", { name: "Search is not available right now" }).waitFor();
  await page.context().unroute(/\/v1\//);
  await page.locator("vitrine-panel").getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
  shop.complaints.length = 0;
});

test("without an endpoint either, the field is the shop's form's alone", async () => {
  await withoutWebAssembly();
  await open(undefined);
  expect(await field().getAttribute("role")).toBeNull();
  await field().click();
  await page.keyboard.type("lamp");
  await page.waitForTimeout(500);
  expect(await page.locator("vitrine-panel").count()).toBe(0);
  expect(asked.filter(({ pathname }) => /mount-|instant|manifest/.test(pathname))).toEqual([]);
  expect(engineFiles()).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=lamp/);
});

test.each(Object.entries(devices))(
  "on a %s a policy that forbids WebAssembly leaves the field to the form",
  async (_, device) => {
    await page.context().close();
    page = await shop.visit("about:blank", device);
    page.on("request", (request) => asked.push(new URL(request.url())));
    await openForbidden(undefined);
    await expectTheFormAlone(/must allow 'wasm-unsafe-eval'/);
  },
);

test("memory that is refused leaves the field to the form", async () => {
  await page.addInitScript(() => {
    WebAssembly.instantiate = async () => {
      throw new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance");
    };
  });
  await open(undefined, (page) => page.replace("data-input=", 'data-worker="false" data-input='));
  await expectTheFormAlone(/Out of memory/);
});

test("where an engine runs nothing is asked of the endpoint", async () => {
  await open("/");
  await search(page, "oak table");
  expect(asked.filter(({ pathname }) => pathname.startsWith("/v1/"))).toEqual([]);
});
