import { expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

it("runs the engine in a web worker", async () => {
  const { page } = fixture;
  expect(await openEngine(page)).toMatchObject({
    value: { status: "ok", shop: "Corner Shop", products: 28, simd: true },
  });
  expect(page.workers()).toHaveLength(1);
  expect(await search(page, "orla lamp")).toMatchObject({ value: expect.arrayContaining(["lamp-1", "lamp-2"]) });
  expect(await page.evaluate(() => globalThis.engine.suggest("orl"))).toMatchObject({ query: "orl" });
});

it("gives each of several calls its own answer", async () => {
  const { page } = fixture;
  await openEngine(page);
  const asked = ["lamp", "rug", "chair", "sofa", "lam", "la", "l"];
  const answered = await page.evaluate(
    (queries) => Promise.all(queries.map(async (query) => (await globalThis.engine.search({ query })).query)),
    asked,
  );
  expect(answered).toEqual(asked);
});

it("passes on what the engine refuses", async () => {
  const { page } = fixture;
  await openEngine(page);
  const refused = await page.evaluate(async () => {
    const error = await globalThis.engine.search({ query: "lamp", limit: 1000 }).catch((thrown) => thrown);
    return { name: error.name, code: error.code, message: error.message, isError: error instanceof Error };
  });
  expect(refused).toEqual({
    name: "VitrineError",
    code: "bad_request",
    message: expect.stringContaining("limit is 1000"),
    isError: true,
  });
});

it("is gone after close", async () => {
  const { page } = fixture;
  await openEngine(page);
  await page.evaluate(() => globalThis.engine.close());
  expect(await search(page, "lamp")).toEqual({ code: "closed", message: "the engine was closed" });
  await expect.poll(() => page.workers()).toHaveLength(0);
});

it("opens the engine of a bundle whose address lacks the last slash", async () => {
  expect(await openEngine(fixture.page, { bundle: "/bundle" })).toHaveProperty("value");
});
