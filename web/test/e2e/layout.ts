/** Whether what a page shows can be seen whole. */
import type { Page } from "playwright-core";

/** Controls and words of the widget that stick out of the screen, or whose text is wider than they are. */
export function outside(page: Page): Promise<string[]> {
  return page.locator("vitrine-panel").evaluate((host) => {
    const trees = [host.shadowRoot, ...[...(host.shadowRoot?.querySelectorAll("*") ?? [])].map((e) => e.shadowRoot)];
    const parts = trees.flatMap((tree) => [...(tree?.querySelectorAll<HTMLElement>("*:not(.quiet, .quiet *)") ?? [])]);
    const nested = parts.flatMap((e) => [...(e.shadowRoot?.querySelectorAll<HTMLElement>("*:not(.quiet)") ?? [])]);
    return [...parts, ...nested, ...host.querySelectorAll<HTMLElement>("*")]
      .filter((e) => e.checkVisibility() && e.getClientRects().length > 0)
      .filter((e) => {
        const { left, right } = e.getBoundingClientRect();
        const cut = /^(BUTTON|SELECT|LABEL|P|SUMMARY|H2)$/.test(e.tagName) && e.scrollWidth > e.clientWidth + 1;
        return left < -1 || right > innerWidth + 1 || cut;
      })
      .filter((e) => !e.closest(".quiet, .progress, .sort-label"))
      .map((e) => `${e.tagName}.${e.className} ${e.textContent?.trim().slice(0, 40)}`);
  });
}
