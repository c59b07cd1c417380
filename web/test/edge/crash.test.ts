import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { project, startWorker, type Worker } from "./worker.ts";

/** wasm/edge/testdata/crasher, which fails in the way that the path names. */
let crasher: Uint8Array;
beforeAll(() => {
  const output = join(mkdtempSync(join(tmpdir(), "vitrine-crasher-")), "crasher.wasm");
  execFileSync("go", ["build", "-o", output, "./wasm/edge/testdata/crasher"], {
    cwd: project,
    env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
  });
  crasher = readFileSync(output);
});

let worker: Worker;
beforeEach(async () => {
  worker = await startWorker({ program: crasher });
});
afterEach(() => worker.stop());

/** The program that answers now. */
async function instance(): Promise<string> {
  const response = await worker.fetch("/v1/fine");
  expect(response.status).toBe(418);
  return response.headers.get("vitrine-instance") ?? "";
}

for (const path of ["/v1/panic", "/v1/goroutine", "/v1/recursion"]) {
  test(`after ${path} another program answers`, async () => {
    const before = await instance();
    expect(await instance()).toBe(before);
    const crashed = await worker.fetch(path);
    expect(crashed.status).toBe(503);
    expect(crashed.headers.get("access-control-allow-origin")).toBe("*");
    expect(crashed.headers.get("cache-control")).toBe("no-store");
    expect(await crashed.json()).toMatchObject({ code: "crashed" });
    const after = await instance();
    expect(after).not.toBe(before);
    expect(await instance()).toBe(after);
  });
}

test("a crash fails the requests that wait for the same program, at once", async () => {
  const waiting = worker.fetch("/v1/hang");
  await instance();
  await worker.fetch("/v1/goroutine");
  expect((await waiting).status).toBe(503);
});

test("a program that retires answers what it has begun, and no more", async () => {
  const before = await instance();
  const waiting = worker.fetch("/v1/wait");
  const retiring = await worker.fetch("/v1/retire");
  expect(retiring.status).toBe(418);
  expect(await instance()).not.toBe(before);
  expect((await waiting).status).toBe(418);
  expect((await waiting).headers.get("vitrine-instance")).toBe(before);
});

test("a request without an answer ends at the deadline, and another program follows", async () => {
  await worker.stop();
  worker = await startWorker({ program: crasher, variables: { VITRINE_DEADLINE: "5" } });
  const before = await instance();
  const late = await worker.fetch("/v1/hang");
  expect(late.status).toBe(503);
  expect(await late.json()).toMatchObject({ code: "timeout" });
  expect(await instance()).not.toBe(before);
});
