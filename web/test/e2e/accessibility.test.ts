import { AxeBuilder } from "@axe-core/playwright";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devices, picture, Shop } from "./shop.ts";
import { states } from "./states.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

/** Also those that axe leaves off: experimental ones, best practices and WCAG's AAA. */
const everyRule = axe.getRules().map(({ ruleId }) => ruleId);
/** Those that see colours; the others find in the dark what they found in the light. */
const colourRules = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

/** What axe finds by the rules, in the widget alone where it is open over the page. */
async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({
    runOnly: { type: "rule", values: [...rules] },
    rules: Object.fromEntries(rules.map((id) => [id, { enabled: true }])),
  });
  if (await page.locator("vitrine-panel .frame:is(.overlay, .sheet)").isVisible())
    axe.include("vitrine-panel").include("form.find");
  const found = (await axe.analyze()).violations;
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
}

for (const [device, options] of Object.entries(devices)) {
  describe(`axe finds nothing on a ${device}, in the light and in the dark`, () => {
    let page: Page;
    beforeAll(async () => {
      page = await shop.visit("about:blank", { ...options, reducedMotion: "reduce" });
    });
    afterAll(() => page.context().close());

    test.each(Object.entries(states))("%s", async (state, reach) => {
      await page.emulateMedia({ colorScheme: "light" });
      await reach(page);
      await picture(page, `${state.replaceAll(" ", "-")}-${device}-light`);
      expect(await violations(page, everyRule)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await picture(page, `${state.replaceAll(" ", "-")}-${device}-dark`);
      expect(await violations(page, colourRules)).toEqual([]);
    });
  });
}
