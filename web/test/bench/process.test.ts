import { expect, test } from "vitest";
import { measured } from "../../bench/process.mjs";

test("a program's output, time and peak memory are measured", async () => {
  const hold = "const held = Buffer.alloc(200e6, 1); setTimeout(() => console.log(held.length), 200)";
  const { stdout, seconds, peakBytes } = await measured(process.execPath, ["-e", hold]);
  expect(stdout).toBe("200000000\n");
  expect(seconds).toBeGreaterThan(0.2);
  expect(peakBytes).toBeGreaterThan(200e6);
  expect(peakBytes).toBeLessThan(500e6);
});

test("a program that fails is an error with its command", async () => {
  await expect(measured(process.execPath, ["-e", "process.exit(3)"])).rejects.toThrow(
    /-e process\.exit\(3\): exit code 3/,
  );
});
