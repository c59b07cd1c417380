import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { violations } from "../axe.ts";
import { test } from "./fixture.ts";
import { devices, picture } from "./shop.ts";
import { states } from "./states.ts";

test.override("mayComplainOf", /status of 404/); // the index of the failure

/** Also those that axe leaves off: experimental ones, best practices and WCAG's AAA. */
const everyRule = axe.getRules().map(({ ruleId }) => ruleId);
/** Those that see colours; the others find in the dark what they found in the light. */
const colourRules = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

/** What to look at: the widget alone where it is open over the page. */
async function shown(page: Page): Promise<string[]> {
  const over = await page.locator("vitrine-panel .frame:is(.overlay, .sheet)").isVisible();
  return over ? ["vitrine-panel", "form.find"] : [];
}

for (const [device, options] of Object.entries(devices)) {
  describe(`axe finds nothing on a ${device}, in the light and in the dark`, () => {
    let page: Page;
    test.beforeAll(async ({ shop }) => {
      page = await shop.visit("about:blank", { ...options, reducedMotion: "reduce" });
    });
    afterAll(() => page.context().close());

    test.each(Object.entries(states))("%s", async (state, reach) => {
      await page.emulateMedia({ colorScheme: "light" });
      await reach(page);
      await picture(page, `${state.replaceAll(" ", "-")}-${device}-light`);
      const within = await shown(page);
      expect(await violations(page, { rules: everyRule, within })).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await picture(page, `${state.replaceAll(" ", "-")}-${device}-dark`);
      expect(await violations(page, { rules: colourRules, within })).toEqual([]);
    });
  });
}
