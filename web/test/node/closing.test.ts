import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { cornerShop, DIST } from "../built.ts";
import { open } from "./engine.ts";

let shop: string;
beforeAll(() => {
  shop = cornerShop();
});

it("refuses calls after close, and fails those in flight", async () => {
  const engine = await open(shop);
  const inFlight = engine.search({ query: "lamp" });
  engine.close();
  engine.close();
  await expect(inFlight).rejects.toMatchObject({ code: "closed" });
  await expect(engine.suggest("la")).rejects.toMatchObject({ code: "closed", message: "the engine was closed" });
});

it.each([
  ["closed", "engine.close();"],
  ["left open", ""],
])("lets the process end when the engine is %s", async (_, ending) => {
  const program = `
    import { open } from ${JSON.stringify(join(DIST, "node.mjs"))};
    const engine = await open(${JSON.stringify(shop)});
    const { total } = await engine.search({ query: "rug" });
    ${ending}
    console.log(total);
  `;
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], { timeout: 20_000 });
  expect((await run).stdout).toMatch(/^[1-9]\d*\n$/);
  expect((await run).stderr).toBe("");
});

it("leaves nothing on Node's global object", async () => {
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  (await open(shop)).close();
  expect(Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name))).toEqual([]);
});
