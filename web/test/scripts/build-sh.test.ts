import { spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const script = resolve(import.meta.dirname, "../../../build.sh");

function build(args: string[], env: Record<string, string | undefined> = {}) {
  const { status, stdout, stderr } = spawnSync("/bin/bash", [script, ...args], {
    cwd: tmpdir(),
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** A PATH on which only the named programs, and the shell's own tools, are. */
function pathWith(programs: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "path-"));
  for (const [name, target] of Object.entries(programs)) symlinkSync(target, join(folder, name));
  return folder;
}

test("alone it lists its verbs", () => {
  const { status, stdout } = build([]);
  expect(status).toBe(0);
  for (const verb of ["build", "demo", "edge", "test", "lint", "bench", "size", "golden", "clean"]) {
    expect(stdout).toMatch(new RegExp(`^  ${verb}\\b.*\\S {2,}\\S|^  ${verb} {2,}\\S`, "m"));
  }
});

test("an unknown verb is an error that says where the verbs are", () => {
  const { status, stderr } = build(["tset"]);
  expect(status).toBe(1);
  expect(stderr).toContain('no verb "tset"');
  expect(stderr).toContain("hint: ./build.sh lists them");
});

test("a missing toolchain is named, with where to get it", () => {
  const path = pathWith({ dirname: "/usr/bin/dirname", git: "/usr/bin/git" });
  const { status, stderr } = build(["build"], { PATH: path });
  expect(status).toBe(1);
  expect(stderr).toMatch(/build\.sh: Go 1\.26 is missing\n {2}hint: .*go\.dev/);
});

test("bench without a folder says what it needs", () => {
  const { status, stderr } = build(["bench"]);
  expect(status).toBe(1);
  expect(stderr).toContain("hint: ./build.sh bench DATA_DIR");
});

test("edge refuses a folder that holds no bundle, seen from where it was called", () => {
  const { status, stderr } = build(["edge", "no-such-bundle"]);
  expect(status).toBe(1);
  expect(stderr).toContain(`${tmpdir()}/no-such-bundle: no bundle here`);
});
