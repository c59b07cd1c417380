import { defineConfig } from "vitest/config";

// The tests that open a browser or a Worker share one machine: files run two at
// a time, and a test may wait for a cold start.
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../.cache/vite",
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**"],
    maxWorkers: 2,
    testTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
});
