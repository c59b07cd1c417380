import { dirname } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compileWasm, cornerShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);
let folder: string;
beforeAll(() => {
  folder = dirname(compileWasm("./wasm/internal/jsbridge/testdata/faulty"));
});

describe.each([
  ["in a worker", true],
  ["in the page", false],
])("an engine %s", (_, worker) => {
  beforeEach(async () => {
    fixture.shop.folders["/faulty/"] = folder;
    expect(await openEngine(fixture.page, { wasm: "/faulty/program.wasm", worker })).toHaveProperty("value");
  });

  it.each([
    ["a panic", "panic", "internal", "panicked: as it was asked to"],
    ["a panic outside of every call", "goroutine", "crashed", "panic: outside of every call"],
    ["the end of the program", "exit", "crashed", "exit status 3"],
    ["a stack that overflows", "recurse", "crashed", "the engine stopped"],
  ])("answers again after %s", async (_, query, code, message) => {
    const { page } = fixture;
    expect(await search(page, query)).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(await search(page, "lamp")).toEqual({ value: [] });
  });

  it("asks the calls that were in flight again", async () => {
    const queries = ["slow", "exit", "slow"];
    const outcomes = await fixture.page.evaluate((asked) => {
      const code = (error: { code: string }) => error.code;
      return Promise.all(asked.map((query) => globalThis.engine.search({ query }).then(() => "answered", code)));
    }, queries);
    expect(outcomes).toEqual(["answered", "crashed", "answered"]);
  });
});

describe("a worker", () => {
  beforeEach(() => {
    fixture.shop.folders["/faulty/"] = folder;
  });

  it("that hangs is replaced", async () => {
    const { page } = fixture;
    await openEngine(page, { wasm: "/faulty/program.wasm", answerTimeout: 2000 });
    expect(await search(page, "hang")).toEqual({ code: "timeout", message: "no answer to search within 2 s" });
    expect(await search(page, "lamp")).toEqual({ value: [] });
    await expect.poll(() => page.workers(), { timeout: 10_000 }).toHaveLength(1);
  });
});
