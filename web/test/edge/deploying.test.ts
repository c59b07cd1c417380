import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { configuration, folder, project } from "./worker.ts";

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "vitrine-edge-"));
});

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: project,
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", NO_COLOR: "1" },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("wrangler would upload the modules as they are, within the free plan's size", () => {
  const { status, stdout, stderr } = run(
    "npx",
    ...["--no-install", "wrangler", "deploy", "--dry-run", "--config", configuration, "--outdir", scratch],
  );
  expect(status, stderr).toBe(0);
  expect(stderr).not.toContain("WARNING");
  for (const module of ["worker.mjs", "resident.mjs", "wasm_exec.js", "edge.wasm", "kernel.wasm"]) {
    expect(readFileSync(join(scratch, module)).equals(readFileSync(join(folder, module))), module).toBe(true);
  }
  const [, kibibytes] = /gzip: ([\d.]+) KiB/.exec(stdout) ?? [];
  expect(Number(kibibytes)).toBeLessThan(3 * 1024);
});

/** Makes a copy of the built bundle, and a Worker that a build may not touch. */
function copies() {
  const bundle = join(scratch, "bundle");
  cpSync(join(folder, "assets/bundle"), bundle, { recursive: true });
  const out = join(scratch, "out");
  mkdirSync(out);
  writeFileSync(join(out, "worker.mjs"), "// the last build\n");
  return { bundle, out };
}

function expectUntouched(out: string) {
  expect(readdirSync(join(out, ".."))).not.toContain("out.new");
  expect(readdirSync(out)).toEqual(["worker.mjs"]);
}

test("a folder that is no bundle is an error, and the last build stays", () => {
  const { out } = copies();
  const { status, stderr } = run("node", "wasm/edge/build.mjs", scratch, out);
  expect(status).toBe(1);
  expect(stderr).toContain("no manifest.json");
  expect(stderr).toContain("hint: bin/vitrine build");
  expectUntouched(out);
});

test("a bundle with a truncated part is an error that names it", () => {
  const { bundle, out } = copies();
  const lexicon = readdirSync(bundle).find((name) => name.startsWith("lexicon")) as string;
  writeFileSync(join(bundle, lexicon), readFileSync(join(bundle, lexicon)).subarray(1));
  const { status, stderr } = run("node", "wasm/edge/build.mjs", bundle, out);
  expect(status).toBe(1);
  expect(stderr).toContain(lexicon);
  expect(stderr).toContain("hint: build the bundle again");
  expectUntouched(out);
});
