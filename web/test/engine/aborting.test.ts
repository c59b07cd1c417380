import { dirname } from "node:path";
import { expect, it } from "vitest";
import { compileWasm, cornerShop } from "../built.ts";
import { openEngine } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

it("gives a call up at once, and the engine learns of it", async () => {
  const { page, shop } = fixture;
  shop.folders["/faulty/"] = dirname(compileWasm("./wasm/internal/jsbridge/testdata/faulty"));
  await openEngine(page, { wasm: "/faulty/program.wasm" });
  const codes = await page.evaluate(async () => {
    const slow = globalThis.engine
      .search({ query: "wait" }, { signal: AbortSignal.timeout(50) })
      .catch((error) => error.code);
    const late = globalThis.engine
      .search({ query: "lamp" }, { signal: AbortSignal.abort() })
      .catch((error) => error.code);
    return [await late, await slow, (await globalThis.engine.search({ query: "rug" })).query];
  });
  expect(codes).toEqual(["aborted", "aborted", "rug"]);
});
