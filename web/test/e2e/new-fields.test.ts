/** A shop that publishes a catalogue with other fields while somebody searches it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { test } from "./fixture.ts";
import { command, devices, settled } from "./shop.ts";

const folder = mkdtempSync(join(tmpdir(), "vitrine-fields-"));
afterAll(() => rmSync(folder, { recursive: true }));
test.override("bundle", () => {
  build("next", "material", ["oak", "linen", "steel"]);
  return build("bundle", "colour", ["red", "blue", "green"]);
});

/** Builds a catalogue of 30 chairs with one attribute of three values, and returns the bundle's folder. */
function build(name: string, attribute: string, values: readonly string[]): string {
  const products = Array.from({ length: 30 }, (_, i) => ({
    id: `chair-${i}`,
    title: `Chair number ${i}`,
    price: 10 + i,
    [attribute]: values[i % values.length],
  }));
  const catalogue = join(folder, `${name}.json`);
  writeFileSync(catalogue, JSON.stringify(products));
  execFileSync(command, ["build", "--catalog", catalogue, "--out", join(folder, name), "--no-train"], {
    stdio: "pipe",
  });
  return join(folder, name);
}

const address = (page: Page) => new URL(page.url()).search;
const choice = (page: Page, name: string) => page.locator("vitrine-results").getByRole("checkbox", { name });
const total = (page: Page) => page.locator("vitrine-results .total").textContent();

test("a filter that is gone with its field leaves the address, and those of new fields come into it", async ({
  shop,
}) => {
  const page = await shop.visit("/search.html?mine=1", devices.desktop);
  await settled(page);
  await choice(page, "red").click({ force: true });
  await expect.poll(() => total(page)).toMatch(/^10 /);
  expect(address(page)).toBe("?mine=1&colour=red");

  cpSync(join(folder, "next"), join(folder, "bundle"), { recursive: true });
  const fetched = page.waitForResponse(/manifest\.json/);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await fetched;
  // The next searches are the old catalogue's until the new one is there whole.
  await expect
    .poll(
      async () => {
        const order = page.locator("vitrine-results").getByLabel("Sort by");
        await order.selectOption((await order.inputValue()) === "price_asc" ? "price_desc" : "price_asc");
        await settled(page);
        return total(page);
      },
      { timeout: 20_000 },
    )
    .toMatch(/^30 /);
  expect(address(page)).toMatch(/^\?mine=1&sort=price_(asc|desc)$/);
  await choice(page, "oak").click({ force: true });
  await expect.poll(() => total(page)).toMatch(/^10 /);
  expect(address(page)).toMatch(/^\?mine=1&material=oak&sort=price_(asc|desc)$/);
  await page.goBack();
  await expect.poll(() => total(page)).toMatch(/^30 /);
});
