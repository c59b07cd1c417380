import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

interface Looked {
  /** The rules to go by; without them those that axe has on by itself. */
  rules?: readonly string[];
  /** The selectors of what is looked at; without them it is the whole page. */
  within?: readonly string[];
}

/** What axe finds wrong in a page, a line for each element. */
export async function violations(page: Page, { rules, within = [] }: Looked = {}): Promise<string[]> {
  // None of these pages has frames, so axe need not open a page of its own to join what it found in them.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ["violations"],
    ...(rules && {
      runOnly: { type: "rule", values: [...rules] },
      rules: Object.fromEntries(rules.map((id) => [id, { enabled: true }])),
    }),
  });
  for (const selector of within) axe.include(selector);
  const found = (await axe.analyze()).violations;
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
}
