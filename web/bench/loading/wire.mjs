// The bytes that a visit takes over the network, by what they are for.

import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { partsOf } from "../../scripts/sizes.mjs";

/** The kinds in the order of a visit; `shop` is all that is not ours. */
export const kinds = ["shop", "tag", "panel", "instant", "worker", "wasm", "index", "cards", "second stage"];

/**
 * @param {string} bundle the folder
 * @returns {(address: string) => string} the kind of what lies at an address
 */
export function kindsOf(bundle) {
  const { index, cards, secondStage } = partsOf(bundle);
  const byName = new Map();
  const note = (kind, files) => {
    for (const file of files) byName.set(file.slice(bundle.length + 1), kind);
  };
  note("index", index);
  note("cards", cards);
  note("second stage", secondStage);
  return (address) => {
    const { pathname } = new URL(address);
    const name = pathname.slice(pathname.lastIndexOf("/") + 1);
    if (name === "vitrine.js") return "tag";
    if (name === "instant.json") return "instant";
    if (name.endsWith(".wasm")) return "wasm";
    if (/^worker-\w+\.js$/.test(name)) return "worker";
    if (/^[^/]+\.js$/.test(pathname.slice(1))) return "panel";
    return byName.get(name.replace(/\.(gz|br)$/, "")) ?? "shop";
  };
}

/**
 * Counts from now on what arrives in any of the targets.
 * @param {import("./devtools.mjs").Browser} browser
 * @param {(address: string) => string} kindOf
 * @returns {() => Promise<Record<string, number>>} the bytes by kind so far
 */
export function countBytes(browser, kindOf) {
  const bytes = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  const responses = new Map();
  const unseen = [];
  browser.on("Network.responseReceived", ({ requestId, response }) => responses.set(requestId, response));
  browser.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { url = "" } = responses.get(requestId) ?? {};
    if (!url.startsWith("http")) return;
    const kind = kindOf(url);
    bytes[kind] += encodedDataLength;
    // Chromium tells the headers of a worker's own script, and not its content.
    if (kind === "worker" && encodedDataLength > 0) unseen.push({ kind, length: contentLength(url) });
  });
  return async () => {
    for (const { kind, length } of unseen.splice(0)) bytes[kind] += await length;
    return bytes;
  };
}

/** The bytes of the content as a browser gets it. */
function contentLength(address) {
  return new Promise((resolve, reject) => {
    const asked = get(address, { headers: { "Accept-Encoding": "gzip, br" } }, (response) => {
      let length = 0;
      response.on("data", (data) => {
        length += data.length;
      });
      response.on("end", () => resolve(length));
    });
    asked.on("error", reject);
  });
}

/** The prefixes that a bundle's instant shard answers; none where it has no shard. */
export function instantPrefixes(bundle) {
  try {
    return new Set(Object.keys(JSON.parse(readFileSync(join(bundle, "instant.json"), "utf8")).prefixes));
  } catch {
    return new Set();
  }
}
