// Measures what a shopper's browser fetches, as it is, as gzip and as brotli.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

/**
 * @typedef {{raw: number, gzip: number, brotli: number}} Bytes
 * @typedef {{name: string, bytes: Bytes, encoding?: "gzip" | "brotli", atMost?: number}} Row
 *   atMost bounds the bytes in the encoding
 */

/**
 * @param {string} dist the folder that ./build.sh build made
 * @param {string} bundle the demo shop's bundle
 * @param {{files: {name: string, files: string[], encoding: "gzip" | "brotli", atMost: number}[],
 *   bundle: {encoding: "gzip" | "brotli", atMostPerProduct: number, secondStageAtMost: number, instantAtMost: number}}} budgets
 * @returns {Row[]}
 */
export function sizes(dist, bundle, budgets) {
  const programs = budgets.files.map(({ name, files, encoding, atMost }) => ({
    name: `${name}, ${files.map((file) => `\`${file}\``).join(", ")}`,
    bytes: compressedBytes(matching(dist, files)),
    encoding,
    atMost,
  }));
  const { manifest, instant, index, secondStage, cards } = partsOf(bundle);
  const { encoding, atMostPerProduct, secondStageAtMost, instantAtMost } = budgets.bundle;
  return [
    ...programs,
    {
      name: "answers to the first letters, before the engine is there",
      bytes: compressedBytes(instant),
      encoding: "gzip",
      atMost: instantAtMost,
    },
    {
      name: `the demo shop's index, ${manifest.products} products`,
      bytes: compressedBytes(index),
      encoding,
      atMost: atMostPerProduct * manifest.products,
    },
    {
      name: "what its words mean, loaded after that",
      bytes: compressedBytes(secondStage),
      encoding,
      atMost: secondStageAtMost,
    },
    {
      name: `one chunk of display cards, ${manifest.cards_per_chunk} products`,
      bytes: compressedBytes(cards.slice(0, 1)),
    },
  ];
}

/**
 * The files of the folder whose names match a pattern, in which * stands for a
 * hash. The first pattern must match: a budget of nothing is kept by anything.
 */
function matching(folder, patterns) {
  const names = readdirSync(folder);
  const found = patterns.map((pattern) => {
    const expression = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "\\w+")}$`);
    return names.filter((name) => expression.test(name));
  });
  if (found[0].length === 0) throw new Error(`${folder}: no ${patterns[0]}; ./build.sh build makes it`);
  return found.flat().map((name) => join(folder, name));
}

/**
 * @param {Row[]} rows
 * @returns {Row[]} those that exceed their budget
 */
export function exceeded(rows) {
  return rows.filter(({ bytes, encoding, atMost }) => atMost !== undefined && bytes[encoding] > atMost);
}

/**
 * @param {Row[]} rows
 * @returns {string} a Markdown table; kB are 1000 bytes
 */
export function markdown(rows) {
  const lines = rows.map(({ name, bytes, encoding, atMost }) => {
    const budget = atMost === undefined ? "" : `${kilobytes(atMost)} ${encoding}`;
    return `| ${name} | ${kilobytes(bytes.brotli)} | ${kilobytes(bytes.gzip)} | ${kilobytes(bytes.raw)} | ${budget} |`;
  });
  return ["| | brotli | gzip | raw | budget |", "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;
}

/** The parts that are loaded after the others: searching works before they are there. */
const SECOND_STAGE = ["embeddings", "reranker"];

/**
 * The files of a bundle: `instant` answers the first letters, `index` is all that a search needs, `secondStage` what its
 * second stage needs besides, `cards` what its results are shown from.
 * @param {string} bundle
 */
export function partsOf(bundle) {
  const manifest = JSON.parse(readFileSync(join(bundle, "manifest.json"), "utf8"));
  const files = (parts) => parts.map((part) => join(bundle, part.file));
  const isLater = ({ name }) => SECOND_STAGE.includes(name);
  return {
    manifest,
    instant: [join(bundle, "instant.json")],
    index: [join(bundle, "manifest.json"), ...files(manifest.parts.filter((part) => !isLater(part)))],
    secondStage: files(manifest.parts.filter(isLater)),
    cards: files(manifest.cards),
  };
}

/**
 * Each file is compressed by itself, as a host sends it.
 * @param {string[]} paths
 * @returns {Bytes} the sums
 */
export function compressedBytes(paths) {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const path of paths) {
    const content = readFileSync(path);
    sum.raw += content.length;
    sum.gzip += (beside(path, "gz", gunzipSync, content) ?? gzipSync(content, { level: 9 })).length;
    sum.brotli += (beside(path, "br", brotliDecompressSync, content) ?? brotli(content)).length;
  }
  return sum;
}

/** The file that the build compressed already, unless it is another build's. */
function beside(path, extension, decompress, content) {
  const compressed = `${path}.${extension}`;
  if (!existsSync(compressed)) return undefined;
  const bytes = readFileSync(compressed);
  return decompress(bytes).equals(content) ? bytes : undefined;
}

/** @param {Buffer} content */
function brotli(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
}
