// The Chromium that tests and benches drive, and how it is started: alone, without a
// sandbox as containers want it, and without what it fetches of its own accord.

export const chromiumProgram = process.env.CHROMIUM || "/usr/bin/chromium";

/**
 * What Chromium does beside the page. Its address bar's pop-ups take a process with
 * two pages for every window, and half of the time that a new window takes. Of two
 * such lists the last counts: this one replaces Playwright's, and says again what of
 * it matters here.
 */
const disabledFeatures = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "LensOverlay", "MediaRouter"],
  ...["OptimizationHints", "HttpsUpgrades", "PaintHolding", "DestroyProfileOnBrowserClose"],
];

export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${disabledFeatures}`,
];
