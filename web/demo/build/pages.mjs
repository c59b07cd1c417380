// Every file of the demo shop that is made from the catalogues: the pages in
// both languages, and each product's JSON.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "./home.mjs";
import { category, search } from "./listing.mjs";
import { playground } from "./playground.mjs";
import { basket, product } from "./product.mjs";
import { readShop } from "./shop.mjs";

const pictures = join(import.meta.dirname, "..", "pictures");

/**
 * Returns the content of each file by its place in the site. `catalogues` is the
 * folder with home-en.jsonl and home-zh.jsonl.
 *
 * Addresses in a catalogue are relative to its shop's pages, so the Chinese shop
 * has the pictures in its own folder too.
 */
export function demoPages(catalogues) {
  const files = new Map();
  for (const [language, folder, root] of [
    ["en", "", ""],
    ["zh", "zh/", "../"],
  ]) {
    const shop = readShop(language, join(catalogues, `home-${language}.jsonl`), root);
    files.set(`${folder}index.html`, home(shop));
    files.set(`${folder}category.html`, category(shop));
    files.set(`${folder}search.html`, search(shop));
    files.set(`${folder}product.html`, product(shop));
    files.set(`${folder}basket.html`, basket(shop));
    files.set(`${folder}playground.html`, playground(shop));
    for (const entry of shop.products) files.set(`${folder}products/${entry.id}.json`, `${JSON.stringify(entry)}\n`);
  }
  for (const name of readdirSync(pictures)) files.set(`zh/pictures/${name}`, readFileSync(join(pictures, name)));
  return files;
}
