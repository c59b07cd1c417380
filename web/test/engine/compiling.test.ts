import { expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

/** Counts what the page compiles, before its scripts run. */
async function watchPage(): Promise<() => Promise<number>> {
  const { page } = fixture;
  await page.addInitScript(() => {
    const { compileStreaming } = WebAssembly;
    Object.assign(globalThis, { compiled: 0 });
    WebAssembly.compileStreaming = (source) => {
      (globalThis as unknown as { compiled: number }).compiled++;
      return compileStreaming(source);
    };
  });
  await page.reload();
  return () => page.evaluate("globalThis.compiled");
}

it("happens in the page, where Chromium keeps the code, once for all engines", async () => {
  const { page, shop } = fixture;
  const compiled = await watchPage();
  await openEngine(page);
  await openEngine(page);
  expect(page.workers()).toHaveLength(2);
  expect(await compiled()).toBe(1);
  expect(shop.requests.filter((path) => path.startsWith("/dist/vitrine.wasm"))).toHaveLength(1);
});

it("happens in the worker where the page's policy forbids it and the worker's does not", async () => {
  const { page, shop } = fixture;
  const compiled = await watchPage();
  shop.intercept = (path, response) => {
    const own = path.includes("worker-") ? "'self' 'wasm-unsafe-eval'" : "'self'";
    response.setHeader("Content-Security-Policy", `default-src 'self'; script-src ${own}`);
    return false;
  };
  await page.reload();
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  expect(await compiled()).toBe(1);
  expect(await search(page, "rug")).toHaveProperty("value");
});
