// Builds dist/: the WebAssembly, the widget, the worker, the Node module and the
// type declarations. Files that others load under a fixed name keep it and are
// asked for with their hash (vitrine.wasm?v=...); the rest have it in the name.
//
//   node web/build.mjs [--dev]     --dev skips minifying, compressing and types
//
// Every file is written aside and renamed, and what an older build left is
// removed last, so that a page that is loading meets whole files.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import * as esbuild from "esbuild";
import { kernelWasm } from "./kernel_wasm.mjs";
import { wasmExec } from "./wasm_exec.mjs";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
/** What each output is made of; the third-party notices are written from it. */
const metafiles = join(root, ".cache/esbuild");
const dev = process.argv.includes("--dev");

const common = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: !dev,
  sourcemap: dev ? "inline" : false,
  legalComments: "inline",
  tsconfig: "web/tsconfig.json",
  plugins: [wasmExec, kernelWasm],
  metafile: true,
  write: false,
  outdir: "dist",
};

// Packages off the hot path, compiled without inlining: together they take a tenth
// less brotli. Go's runtime alone takes 34 kB less; it and the analysis of text
// are felt, a search takes about 15 % longer.
const ours = "github.com/vitrine-search/vitrine";
const cold = [
  "bytes",
  "context",
  "fmt",
  "internal/runtime/maps",
  "internal/strconv",
  "log",
  "os",
  "reflect",
  "runtime",
  "sort",
  "strconv",
  "strings",
  "sync",
  "syscall/...",
  "time",
  "unicode",
  "github.com/blevesearch/snowballstem/...",
  "golang.org/x/text/...",
  `${ours}/shared/bundle/...`,
  `${ours}/shared/product`,
  `${ours}/shared/query`,
  `${ours}/shared/text`,
  `${ours}/shared/wire`,
  `${ours}/wasm/...`,
];

function compileGo() {
  const out = join(dist, ".vitrine.wasm");
  const small = ["-trimpath", "-ldflags=-s -w", ...cold.map((name) => `-gcflags=${name}=-l`)];
  execFileSync("go", ["build", ...small, "-o", out, "./wasm/browser"], {
    cwd: root,
    env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
    stdio: "inherit",
  });
  const contents = readFileSync(out);
  rmSync(out);
  return { path: "vitrine.wasm", contents };
}

async function bundle(options) {
  const { outputFiles, metafile } = await esbuild.build({ ...common, ...options });
  writeFileSync(join(metafiles, `${Object.keys(options.entryPoints)[0]}.json`), JSON.stringify(metafile));
  return outputFiles.map(({ path, contents }) => ({ path: basename(path), contents }));
}

function buildWorker() {
  return bundle({ entryPoints: { worker: "web/src/engine/worker.ts" }, entryNames: "[name]-[hash]" });
}

/** What the engine is asked for under, as a literal. */
function addressOf(wasm) {
  return JSON.stringify(`${wasm.path}?v=${hash(wasm.contents)}`);
}

function buildClient(worker, wasm) {
  return bundle({
    entryPoints: { client: "web/src/engine/client.ts" },
    entryNames: "[name]-[hash]",
    define: {
      VITRINE_WORKER: JSON.stringify(worker.path),
      VITRINE_WASM: addressOf(wasm),
    },
  });
}

/** What answers from elsewhere, where there can be no engine. */
function buildEndpoint() {
  return bundle({ entryPoints: { endpoint: "web/src/engine/endpoint.ts" }, entryNames: "[name]-[hash]" });
}

/** The views that every search begins with, and those that are fetched where they are used. */
const views = ["mount", "quick-view", "shop-card", "history"];
/** Stands for the hash in the names of the views' files until all of them are there. */
const unhashed = "@views@";

/**
 * The views have each other's names in them: `mount` fetches the others, and they take
 * from it what it lends. So one hash of all their contents is in the names of all.
 */
async function buildViews() {
  const files = (await Promise.all(views.map(buildView))).flat();
  const digest = hash(Buffer.concat(files.map(({ contents }) => contents)));
  const named = (text) => text.replaceAll(unhashed, digest);
  return files.map(({ path, contents }) => ({
    path: named(path),
    contents: Buffer.from(named(Buffer.from(contents).toString())),
  }));
}

async function buildView(name) {
  const other = (view) => ({ path: `./${view}-${unhashed}.js`, external: true });
  const toOther = ({ path, kind }) => {
    if (kind === "dynamic-import") return other(basename(path, ".ts"));
    return name !== "mount" && path === "./lent.ts" ? other("mount") : undefined;
  };
  const plugin = { name: "other views", setup: (build) => build.onResolve({ filter: /\.ts$/ }, toOther) };
  const files = await bundle({
    entryPoints: { [name]: `web/src/ui/${name}.ts` },
    entryNames: `[name]-${unhashed}`,
    plugins: [plugin],
  });
  return dev ? files : files.map(unindented);
}

/** A minified script without the indentation that is left in it: that of templates and styles, which draws nothing. */
function unindented({ path, contents }) {
  return { path, contents: Buffer.from(Buffer.from(contents).toString().replace(/\n\s+/g, "\n")) };
}

/** The languages that the widget speaks besides English, which the views bring. */
const languages = ["ar", "de", "es", "fr", "ja", "zh-hans", "zh-hant"];

function buildLanguages() {
  const entryPoints = Object.fromEntries(languages.map((name) => [name, `web/src/i18n/${name}.ts`]));
  return bundle({ entryPoints, entryNames: "[name]-[hash]" });
}

/**
 * The script tag, or the elements. What they import dynamically is built already: were
 * it built together with them, both would share a chunk, for which every page would wait.
 */
function buildEntry(entryPoints, built, wasm, entryNames = "[name]") {
  const toBuilt = ({ path, kind }) => {
    if (kind !== "dynamic-import") return undefined;
    const file = built.find((each) => each.path.startsWith(`${basename(path, ".ts")}-`));
    return { path: `./${file.path}`, external: true };
  };
  const plugin = { name: "built", setup: (build) => build.onResolve({ filter: /\.ts$/ }, toBuilt) };
  return bundle({ entryPoints, entryNames, plugins: [plugin], define: { VITRINE_WASM: addressOf(wasm) } });
}

/** A module under a fixed name, for those who import it by hand. */
function namedModule(path, target) {
  return { path, contents: Buffer.from(`export * from "./${target.path}";\n`) };
}

function buildNode() {
  return bundle({
    entryPoints: { node: "web/src/node.ts" },
    outExtension: { ".js": ".mjs" },
    platform: "node",
    target: "node20",
  });
}

function buildTypes() {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "web/tsconfig.types.json")], { stdio: "inherit" });
}

function hash(contents) {
  return createHash("sha256").update(contents).digest("hex").slice(0, 12);
}

/** What a page's import map says of the scripts, by their names (web/HOSTING.md). */
function integrityOf(files) {
  const digest = ({ contents }) => `sha384-${createHash("sha384").update(contents).digest("base64")}`;
  const integrity = Object.fromEntries(files.map((file) => [file.path, digest(file)]));
  return { path: "integrity.json", contents: `${JSON.stringify(integrity, null, 2)}\n` };
}

function write({ path, contents }) {
  const aside = join(dist, `.${path}`);
  writeFileSync(aside, contents);
  renameSync(aside, join(dist, path));
}

/** Removes what earlier builds left under names that contain a hash. */
function removeStale(files) {
  const current = new Set(files.map(({ path }) => path));
  for (const name of readdirSync(dist)) {
    if (/^[\w-]+-\w+\.js$/.test(name) && !current.has(name)) {
      rmSync(join(dist, name));
    }
  }
}

async function compressed(file) {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: file.contents.length };
  const [gz, br] = await Promise.all([
    promisify(gzip)(file.contents, { level: 9 }),
    promisify(brotliCompress)(file.contents, { params: quality }),
  ]);
  return { ...file, gz, br };
}

/** Compresses the WebAssembly beside itself, unless that was done for the same bytes. */
async function compressWasm(wasm) {
  const paths = { gz: `${wasm.path}.gz`, br: `${wasm.path}.br` };
  const stamp = join(dist, ".vitrine.wasm.sha256");
  const digest = hash(wasm.contents);
  const done = existsSync(stamp) && readFileSync(stamp, "utf8") === digest;
  if (done && Object.values(paths).every((path) => existsSync(join(dist, path)))) {
    return { ...wasm, gz: readFileSync(join(dist, paths.gz)), br: readFileSync(join(dist, paths.br)) };
  }
  const file = await compressed(wasm);
  write({ path: paths.gz, contents: file.gz });
  write({ path: paths.br, contents: file.br });
  writeFileSync(stamp, digest);
  return file;
}

function report(files) {
  const kB = (bytes) => `${(bytes.length / 1000).toFixed(1)} kB`.padStart(12);
  console.log(`${"".padEnd(24)}${"raw".padStart(12)}${"gzip".padStart(12)}${"brotli".padStart(12)}`);
  for (const { path, contents, gz, br } of files) {
    console.log(path.padEnd(24) + kB(contents) + kB(gz) + kB(br));
  }
}

mkdirSync(dist, { recursive: true });
mkdirSync(metafiles, { recursive: true });
const wasm = compileGo();
const [[worker], [endpoint], viewFiles, spoken, nodeFiles] = await Promise.all([
  buildWorker(),
  buildEndpoint(),
  buildViews(),
  buildLanguages(),
  buildNode(),
]);
const [client] = await buildClient(worker, wasm);
const built = [...viewFiles, client, endpoint, ...spoken];
const [elements] = await buildEntry({ elements: "web/src/elements.ts" }, built, wasm, "[name]-[hash]");
const [tag] = await buildEntry({ vitrine: "web/src/vitrine.ts" }, [...built, elements], wasm);
const named = [namedModule("engine.js", client), namedModule("elements.js", elements)];
const scripts = [tag, ...viewFiles, client, endpoint, elements, ...named, worker, ...spoken, ...nodeFiles];
for (const file of [wasm, ...scripts]) {
  write(file);
}
write(integrityOf([tag, ...viewFiles, client, endpoint, elements, ...named, worker, ...spoken]));
removeStale(scripts);
if (dev) {
  for (const path of ["vitrine.wasm.gz", "vitrine.wasm.br"]) {
    rmSync(join(dist, path), { force: true });
  }
} else {
  buildTypes();
  report(await Promise.all([compressWasm(wasm), ...scripts.map(compressed)]));
}
