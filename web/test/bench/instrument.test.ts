import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

// In a process of its own: the tests' WebAssembly stays as it is.
const program = `
  import { instrument } from "./web/bench/instrument.mjs";
  const watched = instrument();
  const idle = watched();
  const { open } = await import("./dist/node.mjs");
  const engine = await open("testdata/bundles/v3");
  const { total } = await engine.search({ query: "" });
  engine.close();
  console.log(JSON.stringify({ idle, busy: watched(), total, now: performance.timeOrigin + performance.now() }));
`;

test("the watched engine answers as it would, and its start and memory are seen", () => {
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: root });
  const { idle, busy, total, now } = JSON.parse(`${output}`);
  expect(total).toBeGreaterThan(0);
  expect(idle).toEqual({ start: 0, started: 0, memoryBytes: 0 });
  expect(busy.start).toBeGreaterThan(1);
  expect(busy.started).toBeLessThan(now);
  expect(busy.started).toBeGreaterThan(now - 60_000);
  // Go's runtime alone takes some megabytes; pages of memory have 64 KiB.
  expect(busy.memoryBytes).toBeGreaterThan(2e6);
  expect(busy.memoryBytes % 65_536).toBe(0);
});
