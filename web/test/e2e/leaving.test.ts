/** What closes the panel and what does not, and one search for one field. */
import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, search, settled } from "./shop.ts";
import { rewrite } from "./tagged.ts";

const overlay = "vitrine-panel .overlay";

test("Tab goes by the form's own button into the panel, and on from there", async ({ shop }) => {
  const page = await shop.visit("about:blank");
  await rewrite(page, "/", (html) => html.replace("</form>", "<button>Go</button></form>"));
  await page.goto("/");
  await search(page, "oak");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Go");
  expect(await page.locator(overlay).isVisible()).toBe(true);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("vitrine-panel");
  expect(await page.locator(overlay).isVisible()).toBe(true);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.locator(overlay).waitFor({ state: "hidden" });
});

test("the Escape that empties the field leaves the panel closed", async ({ page }) => {
  await search(page, "oak");
  await page.keyboard.press("Escape");
  await page.locator(overlay).waitFor({ state: "hidden" });
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("#search").inputValue()).toBe("");
  await page.waitForTimeout(300);
  expect(await page.locator(overlay).isVisible()).toBe(false);
  await page.keyboard.type("lamp");
  await page.locator(overlay).waitFor();
});

test("Escape among the filters of a phone goes back to the results", async ({ shop }) => {
  const page = await shop.visit("/", devices.phone);
  await page.locator("#search").tap();
  await page.keyboard.type("oak");
  await settled(page);
  const filters = page.getByRole("button", { name: "Filters" });
  await filters.tap();
  await page.locator("vitrine-panel .facets input").first().press("Escape");
  await page.locator("vitrine-panel .facets").waitFor({ state: "hidden" });
  expect(await page.locator("dialog.sheet").isVisible()).toBe(true);
  expect(await filters.getAttribute("aria-expanded")).toBe("false");
  await filters.press("Escape");
  await page.locator("dialog.sheet").waitFor({ state: "hidden" });
});

test("a field has one search: the second call gives the first, until that is destroyed", async ({ page, shop }) => {
  const same = await page.evaluate(`import("/vitrine.js").then(({ init }) => {
    const options = { bundle: "bundle/", input: "#search" };
    const [first, second] = [init(options), init(options)];
    second.destroy();
    return [first === second, first === init(options)];
  })`);
  expect(same).toEqual([true, false]);
  const told = shop.complaints.splice(0);
  expect(told).toEqual(Array(2).fill(expect.stringContaining("#search: has a search already, which stays")));
  await search(page, "oak");
  expect(await page.locator("vitrine-panel").count()).toBe(1);
});
