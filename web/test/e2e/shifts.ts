import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** The sum of all layout shifts, those soon after an input included. */
    shifted: number;
    /** The sum of those that no input of the last half second has made. */
    shiftedAlone: number;
  }
}

/** Sums up from the page's next load on what moves by itself. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifted = window.shiftedAlone = 0;
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
      for (const { value, hadRecentInput } of entries) {
        window.shifted += value;
        if (!hadRecentInput) window.shiftedAlone += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Resolves to what has moved while the act was done, and shortly after. */
export async function shiftsOf(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.shifted = 0;
  });
  await act();
  await page.waitForTimeout(300);
  return page.evaluate(() => window.shifted);
}
