// Lays the demo shop's pages and the widget's files into one folder, as a shop
// would upload them. Usage: node web/scripts/assemble-demo.mjs OUT
//
// The bundles are put into OUT by the indexer and are left alone; any other file
// that no longer has a source is removed, so that the folder is what a fresh
// build would make.
//
// Texts and programs are compressed beside themselves, as `vitrine serve` and most
// hosts send them.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { demoPages } from "../demo/build/pages.mjs";

const [out] = process.argv.slice(2);
const pages = "web/demo";
const compressible = /^(zh\/)?[\w-]+\.html$|\.(css|m?js|wasm)$/;
const encodings = { ".br": brotliCompressSync, ".gz": gzipSync };
const widget = /^(?!node\b|edge\b).*\.(m?js|wasm)$/;

/** What each file holds, by its place in OUT. */
const sources = new Map([
  ...filesBelow(pages)
    .filter((path) => !path.startsWith(join(pages, "build")))
    .map((path) => [relative(pages, path), readFileSync(path)]),
  ...demoPages("testdata/catalogues"),
  ...readdirSync("dist")
    .filter((name) => widget.test(name))
    .map((name) => [name, readFileSync(join("dist", name))]),
]);

for (const [place, content] of [...sources]) {
  if (!compressible.test(place)) continue;
  for (const [extension, compress] of Object.entries(encodings)) {
    const name = place + extension;
    sources.set(name, beside(join("dist", name)) ?? compress(content));
  }
}

for (const [place, content] of sources) {
  const target = join(out, place);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.new`, content);
  renameSync(`${target}.new`, target);
}
for (const path of filesBelow(out)) {
  const place = relative(out, path);
  if (!sources.has(place) && !/(^|\/)bundle\//.test(place)) rmSync(path);
}

/** What the build compressed already: it takes a while for the WebAssembly. */
function beside(path) {
  return existsSync(path) ? readFileSync(path) : undefined;
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
