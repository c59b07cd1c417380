import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { looks, properties } from "../../src/ui/looks.ts";
import { cardParts, panelParts, quickViewParts } from "../../src/ui/parts.ts";
import { borders, texts } from "./contrast.ts";
import { test } from "./fixture.ts";
import { devices, options, picture, search } from "./shop.ts";
import { visitTagged } from "./tagged.ts";

const guide = readFileSync(join(import.meta.dirname, "../../src/ui/THEMING.md"), "utf8");

for (const look of Object.keys(looks)) {
  for (const colorScheme of ["light", "dark"] as const) {
    describe(`the ${look} look in the ${colorScheme}`, () => {
      let page: Page;
      test.beforeAll(async ({ shop }) => {
        page = await visitTagged(shop, { ...devices.desktop, colorScheme }, `data-look="${look}"`);
        await search(page, "oak");
        await page.locator("vitrine-panel input[type=checkbox]").first().click();
        await page.locator("vitrine-panel .chip").first().waitFor();
        await page.mouse.move(0, 0);
        await picture(page, `look-${look}-${colorScheme}`);
      });
      afterAll(() => page.context().close());

      test("keeps every text readable", async () => {
        const found = await texts(page, "vitrine-panel");
        expect(found.length).toBeGreaterThan(100);
        expect(found.filter(({ ratio }) => ratio < 7)).toEqual([]);
      });

      test("keeps every control's border visible", async () => {
        const found = await borders(page, "vitrine-panel");
        expect(found.map(({ what }) => what)).toContain("apply");
        expect(found.filter(({ ratio }) => ratio < 3)).toEqual([]);
      });

      test("colours the panel from its table", async () => {
        const frame = page.locator("vitrine-panel .overlay");
        const shown = await frame.evaluate(
          (e, surface) => {
            const probe = document.createElement("i");
            probe.style.color = surface;
            document.body.append(probe);
            const wanted = getComputedStyle(probe).color;
            probe.remove();
            return [getComputedStyle(e).backgroundColor, wanted];
          },
          looks[look as keyof typeof looks].surface[colorScheme === "light" ? 0 : 1] ?? "",
        );
        expect(shown[0]).toBe(shown[1]);
      });
    });
  }
}

test("a property of the shop goes before the look, in every view", async ({ shop }) => {
  const page = await visitTagged(
    shop,
    devices.desktop,
    `data-look="warm"`,
    ":root { --vitrine-surface: rgb(1 2 3); --vitrine-pill: 3px; --vitrine-density: 2; --vitrine-title-weight: 300 }",
  );
  await search(page, "oak");
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((e, property) => getComputedStyle(e).getPropertyValue(property), name);
  expect(await style("vitrine-panel .overlay", "background-color")).toBe("rgb(1, 2, 3)");
  expect(await style("vitrine-panel select", "background-color")).toBe("rgb(1, 2, 3)");
  expect(await style("vitrine-panel .vitrine-suggestion", "border-radius")).toBe("3px");
  expect(await style("vitrine-panel .vitrine-hit", "padding-top")).toBe("20px");
  expect(await style("vitrine-panel vitrine-card .title", "font-weight")).toBe("300");
});

test("a pale colour of the shop's is measured as such", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, "", ":root { --vitrine-muted: #aaa; --vitrine-control: #ddd }");
  await search(page, "oak");
  const pale = (await texts(page, "vitrine-panel")).filter(({ ratio }) => ratio < 7);
  expect(new Set(pale.map(({ colour }) => colour))).toEqual(new Set(["rgb(170, 170, 170)"]));
  // 2.32 is what WebAIM's checker says of #aaa on white.
  expect(Math.max(...pale.map(({ ratio }) => ratio))).toBeCloseTo(2.32, 2);
  expect((await borders(page, "vitrine-panel")).every(({ ratio }) => ratio < 3)).toBe(true);
});

test("a name that is no look is shown as the plain one", async ({ shop }) => {
  const page = await visitTagged(shop, devices.desktop, `data-look="constructor"`);
  await search(page, "oak");
  const frame = page.locator("vitrine-panel .overlay");
  expect(await frame.evaluate((e) => getComputedStyle(e).borderRadius)).toBe(looks.plain.radius);
  expect(shop.complaints.splice(0)).toEqual([expect.stringContaining('look="constructor" is ignored')]);
});

/** A rule that no style of the widget sets, so that finding it proves that the rule came through. */
const mark = "outline: 3px dotted rgb(9, 8, 7)";

test("a rule of the page reaches every part that is on the screen", async ({ shop }) => {
  const rules = [
    ...[...panelParts, ...quickViewParts].map((part) => `vitrine-panel::part(${part}) { ${mark} }`),
    ...cardParts.map((part) => `vitrine-card::part(${part}) { ${mark} }`),
  ];
  const page = await visitTagged(
    shop,
    { ...devices.phone, viewport: { width: 390, height: 1600 } },
    "",
    rules.join("\n"),
  );
  await page.locator("#search").tap();
  await page.keyboard.type("oak sofas");
  await options(page).first().waitFor();
  await page.getByRole("button", { name: "Filters" }).tap();
  await page.locator("vitrine-panel vitrine-facets-view label").first().tap();
  await page.locator("vitrine-panel .chip").first().waitFor();
  await page.getByRole("button", { name: /^Show \d+ results?$/ }).tap();
  await options(page).first().locator(".vitrine-peek").tap();
  await page.locator("vitrine-quick-view dialog").waitFor();
  const unreached = await page.evaluate(() => {
    const missed: string[] = [];
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        const part = element.getAttribute("part");
        if (part !== null && getComputedStyle(element).outlineColor !== "rgb(9, 8, 7)") missed.push(part);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    for (const panel of document.querySelectorAll("vitrine-panel")) {
      walk(panel);
      if (panel.shadowRoot) walk(panel.shadowRoot);
    }
    return missed;
  });
  expect(unreached).toEqual([]);
  const title = page.locator("vitrine-card").first().locator("[part=title]");
  expect(await title.evaluate((e) => getComputedStyle(e).outlineStyle)).toBe("dotted");
});

test("the guide names every property and every part", () => {
  for (const name of properties) expect(guide).toContain(`\`--vitrine-${name}\``);
  for (const name of [...panelParts, ...cardParts, ...quickViewParts]) expect(guide).toContain(`\`${name}\``);
});
