import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** What `./build.sh build` has made; the tests run on nothing else. */
export const DIST = built("dist");
export const VITRINE = built("bin/vitrine");

export const TESTDATA = join(ROOT, "testdata");

/** Indexes the shop that the search cases run on, into a new folder. */
export function cornerShop(...flags: string[]): string {
  return buildBundle("search/products.jsonl", "search/shop.yaml", ...flags);
}

/** Indexes the demo shop: enough products for several chunks of cards. */
export function demoShop(): string {
  return buildBundle("catalogues/home-en.jsonl", "catalogues/home-en.yaml");
}

function buildBundle(catalogue: string, config: string, ...flags: string[]): string {
  const folder = join(temporaryFolder(), "bundle");
  const files = ["--catalog", join(TESTDATA, catalogue), "--config", join(TESTDATA, config)];
  execFileSync(VITRINE, ["build", ...files, ...flags, "--out", folder], { stdio: "pipe" });
  return folder;
}

/** Compiles a Go program for JavaScript into a new folder and returns the file. */
export function compileWasm(goPackage: string): string {
  const file = join(temporaryFolder(), "program.wasm");
  execFileSync("go", ["build", "-o", file, goPackage], {
    cwd: ROOT,
    env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
    stdio: "pipe",
  });
  return file;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "vitrine-test-"));
}

function built(path: string): string {
  const absolute = join(ROOT, path);
  if (!existsSync(absolute)) {
    throw new Error(`${path} is missing (hint: ./build.sh build)`);
  }
  return absolute;
}
