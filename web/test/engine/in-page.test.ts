import { expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

it("runs in the page where the page's policy forbids workers", async () => {
  const { page, shop } = fixture;
  shop.headers["Content-Security-Policy"] =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'";
  await page.goto(shop.address);
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  expect(page.workers()).toHaveLength(0);
  expect(await search(page, "orla lamp")).toMatchObject({ value: expect.arrayContaining(["lamp-1"]) });
});

it("runs in the page where workers do not exist", async () => {
  const { page } = fixture;
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "Worker"));
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  expect(await search(page, "rug")).toHaveProperty("value");
});

it("runs in the page when asked to, and leaves nothing on its global object", async () => {
  const { page } = fixture;
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  const before = new Set(await names());
  expect(await openEngine(page, { worker: false })).toHaveProperty("value.status", "ok");
  expect(page.workers()).toHaveLength(0);
  // The two are the test's own.
  expect((await names()).filter((name) => !before.has(name))).toEqual(["vitrine", "engine"]);
});

it("ends the engine on close", async () => {
  const { page } = fixture;
  await openEngine(page, { worker: false });
  await page.evaluate(() => globalThis.engine.close());
  expect(await search(page, "lamp")).toMatchObject({ code: "closed" });
});
