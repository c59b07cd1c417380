// The Chromium that tests and benches drive, and how it is started: alone, without a
// sandbox as containers want it, and without what it fetches of its own accord.

export const chromiumProgram = process.env.CHROMIUM || "/usr/bin/chromium";

export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
