// The kernel as the engine has it: called by Go, on Go's memory, in a real host.
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { checkInChromium, checkInNode, compileCheck } from "../../bench/kernel.mjs";
import { cornerShop } from "../built.ts";
import { open } from "../node/engine.ts";

let check: Awaited<ReturnType<typeof compileCheck>>;
beforeAll(async () => {
  check = await compileCheck();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => check.remove());

it("agrees with plain Go in Node", async () => {
  expect(await checkInNode(check.folder, ["3000"])).toEqual({ status: 0, output: "equal on 3000 tables\n" });
});

it("agrees with plain Go in Chromium", async () => {
  expect(await checkInChromium(check.folder, ["3000"])).toEqual({ status: 0, output: "equal on 3000 tables\n" });
});

it("is not used where the host has no SIMD, and no answer changes", async () => {
  const bundle = cornerShop();
  const ask = async () => {
    const engine = await open(bundle);
    const { hits, total } = await engine.search({ query: "orla lamp" });
    const { simd } = await engine.health();
    engine.close();
    return { simd, total, ids: hits.map(({ id }) => id) };
  };
  const withIt = await ask();
  vi.spyOn(WebAssembly, "validate").mockReturnValue(false);
  expect(await checkInNode(check.folder, ["1"])).toEqual({
    status: 1,
    output: "check: this host has not started the kernel\n",
  });
  expect(withIt).toMatchObject({ simd: true, total: expect.any(Number) });
  expect(await ask()).toEqual({ ...withIt, simd: false });
});
