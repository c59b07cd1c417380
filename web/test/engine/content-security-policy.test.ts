import { expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);
const POLICY = "default-src 'none'; worker-src 'self'; connect-src 'self'; script-src 'self'";

it("needs no more than 'wasm-unsafe-eval' beside the page's own origin", async () => {
  const { page, shop } = fixture;
  shop.headers["Content-Security-Policy"] = `${POLICY} 'wasm-unsafe-eval'`;
  await page.goto(shop.address);
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  expect(page.workers()).toHaveLength(1);
});

it("says what the policy must allow", async () => {
  const { page, shop } = fixture;
  shop.headers["Content-Security-Policy"] = POLICY;
  await page.goto(shop.address);
  expect(await openEngine(page)).toMatchObject({
    code: "unsupported",
    message: expect.stringContaining("must allow 'wasm-unsafe-eval'"),
  });
});
