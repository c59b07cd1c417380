import { expect } from "vitest";
import { violations } from "../axe.ts";
import { test } from "./fixture.ts";
import { devices, options, settled } from "./shop.ts";

for (const [device, how] of Object.entries(devices)) {
  test(`on a ${device} what finds nothing leads to the categories, and axe finds nothing`, async ({ shop }) => {
    const page = await shop.visit("/", { ...how, reducedMotion: "reduce" });
    await page.locator("#search").click();
    await page.keyboard.type("qzxqzxqzx");
    const lighting = page.locator("vitrine-panel .message button", { hasText: "Lighting" });
    await lighting.waitFor();
    expect(await violations(page)).toEqual([]);
    const promised = Number.parseInt((await lighting.locator(".count").textContent()) ?? "", 10);
    await lighting.click();
    await settled(page);
    await expect.poll(() => options(page).count()).toBeGreaterThan(10);
    expect(await page.locator("vitrine-panel .total").textContent()).toContain(String(promised));
  });
}

test("a filter that stands in the way is removed with what that finds", async ({ page }) => {
  await page.locator("#search").click();
  await page.keyboard.type("sofa");
  await settled(page);
  await page.getByLabel("Price: Highest").fill("1");
  await page.getByRole("button", { name: "Apply" }).click();
  const way = page.locator("vitrine-panel .message button", { hasText: "Without Up to $1" });
  await way.waitFor();
  const promised = Number.parseInt((await way.locator(".count").textContent()) ?? "", 10);
  await way.click();
  await expect.poll(() => page.locator("vitrine-panel .total").textContent()).toContain(`${promised} result`);
  expect(await page.locator("#search").inputValue()).toBe("sofa");
});
