// Makes dist/edge, a Cloudflare Worker with one bundle:
//
//   node wasm/edge/build.mjs BUNDLE [OUT]
//
// The folder is written aside and renamed, so that a build that fails leaves the
// last one as it was.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { assembleKernel } from "../kernel/assemble.mjs";

const project = resolve(import.meta.dirname, "../..");
const sources = ["worker.mjs", "resident.mjs", "wrangler.jsonc"];

/** Cloudflare's limits in bytes: a script is measured after gzip, an asset as it is. */
const LIMITS = { freeScript: 3 << 20, paidScript: 10 << 20, asset: 25 << 20 };

const [bundle, out = join(project, "dist/edge")] = process.argv.slice(2);
try {
  await build(bundle, resolve(out));
} catch (error) {
  console.error(`edge: ${error.message}`);
  process.exit(1);
}

async function build(bundle, out) {
  const files = bundleFiles(bundle);
  const aside = `${out}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    compile(join(aside, "edge.wasm"));
    writeFileSync(join(aside, "kernel.wasm"), await assembleKernel());
    cpSync(join(go("env", "GOROOT"), "lib/wasm/wasm_exec.js"), join(aside, "wasm_exec.js"));
    for (const name of sources) {
      cpSync(join(import.meta.dirname, name), join(aside, name));
    }
    cpSync(join(import.meta.dirname, "assets"), join(aside, "assets"), { recursive: true });
    for (const name of files) {
      cpSync(join(bundle, name), join(aside, "assets/bundle", name));
    }
    reportScript(aside);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(dirname(out), { recursive: true });
    renameSync(aside, out);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The files of a bundle: the manifest, what it names, also as gzip, and what lies beside them. */
function bundleFiles(bundle) {
  const path = join(bundle ?? "", "manifest.json");
  if (!bundle || !existsSync(path)) {
    throw new Error(
      `${bundle ?? "no bundle given"}: there is no manifest.json (hint: bin/vitrine build --catalog FILE --out DIR makes a bundle)`,
    );
  }
  const { parts, cards, encodings } = JSON.parse(readFileSync(path, "utf8"));
  for (const { file, bytes } of [...parts, ...cards]) {
    const size = statSync(join(bundle, file), { throwIfNoEntry: false })?.size;
    if (size !== bytes) {
      throw new Error(
        `${join(bundle, file)}: ${size ?? "no"} bytes where ${path} says ${bytes} (hint: build the bundle again)`,
      );
    }
    if (bytes > LIMITS.asset) {
      throw new Error(`${join(bundle, file)}: ${bytes} bytes, and Cloudflare serves assets of at most ${LIMITS.asset}`);
    }
  }
  const names = [...parts, ...cards].map(({ file }) => file);
  // Not in every bundle.
  const others = ["instant.json", "NOTICE.txt"].filter((name) => existsSync(join(bundle, name)));
  // The Worker reads the parts; a shop's page that uses these files takes the gzip.
  const gzipped = encodings?.includes("gzip") ? names.map((name) => `${name}.gz`) : [];
  return ["manifest.json", ...others, ...names, ...gzipped];
}

function compile(output) {
  go("build", "-trimpath", "-ldflags=-s -w", "-o", output, "./wasm/edge");
}

function go(...args) {
  const env = args[0] === "build" ? { ...process.env, GOOS: "js", GOARCH: "wasm" } : process.env;
  return execFileSync("go", args, { cwd: project, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

function reportScript(folder) {
  let bytes = 0;
  for (const name of ["edge.wasm", "kernel.wasm", "wasm_exec.js", "worker.mjs", "resident.mjs"]) {
    bytes += gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
  }
  if (bytes > LIMITS.paidScript) {
    throw new Error(`the Worker is ${bytes} bytes after gzip, and Cloudflare takes at most ${LIMITS.paidScript}`);
  }
  const plan = bytes > LIMITS.freeScript ? "needs a paid plan" : "fits the free plan's size";
  console.log(`edge: the Worker is ${(bytes / 1e6).toFixed(2)} MB after gzip, which ${plan}`);
}
