import { expect } from "vitest";
import { test } from "./fixture.ts";
import { devices, options, picture, type Shop, settled } from "./shop.ts";

// The last product is one that the shop does not have.
test.override("mayComplainOf", /404/);

const preview = "[data-preview]";
const accent = `${preview} vitrine-results-view`;

async function open(shop: Shop, address = "/playground.html", device: keyof typeof devices = "desktop") {
  const page = await shop.visit(address, { ...devices[device], colorScheme: "light" });
  await page.locator(`${preview} .vitrine-tile`).first().waitFor();
  return page;
}

test("a colour that is changed is seen at once, stands in the style sheet to copy, and in the address", async ({
  shop,
}) => {
  const page = await open(shop);
  await page.getByText("Colours", { exact: true }).click();
  await page.getByLabel("Accent", { exact: true }).fill("#aa0055");
  expect(await page.locator('[data-code="css"]').textContent()).toContain("--vitrine-accent: light-dark(#aa0055, ");
  await page.waitForURL("**/playground.html?accent=aa0055");
  const shown = () =>
    page.locator(accent).evaluate((view) => getComputedStyle(view).getPropertyValue("--vitrine-accent"));
  expect(await shown()).toContain("#aa0055");

  await page.reload();
  await page.locator(`${preview} .vitrine-tile`).first().waitFor();
  expect(await shown()).toContain("#aa0055");
  await picture(page, "playground-desktop");
});

test("a look and its dark side change the preview, and not the page around it", async ({ shop }) => {
  const page = await open(shop);
  const surface = () => page.locator(preview).evaluate((element) => getComputedStyle(element).backgroundColor);
  const around = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await around();
  await page.getByRole("radio", { name: "Warm" }).check();
  await settled(page);
  expect(await surface()).toBe("rgb(255, 250, 243)");
  await page.getByRole("radio", { name: "Dark" }).check();
  await settled(page);
  expect(await surface()).toBe("rgb(35, 27, 22)");
  expect(await around()).toBe(before);
  expect(await page.locator('[data-code="html"]').textContent()).toMatch(/data-look="warm"\s+data-theme="dark"/);
});

test("the panel is opened with the design, and answers", async ({ shop }) => {
  const page = await open(shop, "/playground.html?look=bold");
  await page.getByRole("button", { name: "Open the panel" }).click();
  await options(page).first().waitFor();
  expect(
    await page.locator("vitrine-panel").evaluateAll((all) => all.map((each) => each.getAttribute("look"))),
  ).toContain("bold");
});

test("what is to be copied is in the clipboard, and the button says so", async ({ shop }) => {
  const page = await open(shop, "/playground.html?radius=4");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const button = page.locator('[data-copy="css"]');
  await button.click();
  await expect.poll(() => button.textContent()).toBe("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(":root {\n  --vitrine-radius: 4px;\n}");
  await expect.poll(() => button.textContent()).toBe("Copy");
});

test("colours that are hard to read are said to be", async ({ shop }) => {
  const page = await open(shop, "/playground.html?muted=cccccc");
  await page.getByText("Colours", { exact: true }).click();
  const line = page.locator('[data-contrast="muted on surface"]');
  expect(await line.textContent()).toMatch(/1\.6 : 1\s+hard to read/);
});

test("the Chinese shop has it too, on a phone", async ({ shop }) => {
  const page = await open(shop, "/zh/playground.html", "phone");
  await page.getByRole("radio", { name: "醒目" }).check();
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await picture(page, "playground-phone-zh");
});

test("every page of the shop leads there", async ({ shop }) => {
  for (const path of ["/", "/zh/product.html?id=none"]) {
    const page = await shop.visit(path);
    expect(await page.locator("footer a[href='playground.html']").count(), path).toBe(1);
  }
});
