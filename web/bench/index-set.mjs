// Builds a bundle and measures the build.

import { compressedBytes, partsOf } from "../scripts/sizes.mjs";
import { measured } from "./process.mjs";
import { step } from "./step.mjs";

/**
 * @param {string} name for the progress
 * @param {string} products the catalogue's file
 * @param {string} bundle the folder to write
 */
export async function indexSet(name, products, bundle) {
  const { seconds, peakBytes } = await step(`${name}: build`, () =>
    measured("bin/vitrine", ["build", "--quiet", "--catalog", products, "--out", bundle]),
  );
  const { manifest, index, cards } = partsOf(bundle);
  const bytes = await step(`${name}: compress`, () => ({
    index: compressedBytes(index),
    cards: compressedBytes(cards),
  }));
  return { products: manifest.products, build: { seconds, peakBytes }, bytes };
}
