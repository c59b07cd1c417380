import { defineConfig } from "vitest/config";

// Real browsers on a real server: few at a time, and a cold start may take long.
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  cacheDir: `${import.meta.dirname}/../../../.cache/vitest`,
  test: {
    include: ["test/e2e/**/*.test.ts"],
    maxWorkers: 2,
    // Node 20 has WebSocket behind this flag; Firefox is driven through one.
    execArgv: ["--experimental-websocket"],
    testTimeout: 90_000,
    // What a poll waits for may come late where both cores are busy: as long as Playwright waits for a locator.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 120_000,
  },
});
