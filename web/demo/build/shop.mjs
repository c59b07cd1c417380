// One demo shop: its catalogue, and what its home page picks from it.

import { readFileSync } from "node:fs";
import { words } from "./words.mjs";

/** Reads the catalogue of a language; `root` leads from its pages to the site's root. */
export function readShop(language, catalogue, root) {
  const products = readFileSync(catalogue, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  return { words: words[language], root, products, departments: departments(products) };
}

/** The outermost categories in the catalogue's order, each with its best picture. */
function departments(products) {
  const byName = new Map();
  for (const product of products) {
    const [name] = product.category;
    byName.set(name, [...(byName.get(name) ?? []), product]);
  }
  return [...byName].map(([name, all]) => ({ name, count: all.length, image: loved(all)[0].image }));
}

/** Best first: a rating counts for more the more reviews stand behind it. */
function loved(products) {
  const worth = ({ rating = 0, reviews = 0 }) => rating - 5 / Math.sqrt(reviews + 1);
  return [...products].sort((a, b) => worth(b) - worth(a) || a.id.localeCompare(b.id));
}

/** The first few, with no kind and no picture twice, so that the row shows the shop's breadth. */
function varied(products, count) {
  const seen = new Set();
  const fresh = (product) => {
    const marks = [product.category.join(" > "), product.image];
    if (marks.some((mark) => seen.has(mark))) return false;
    for (const mark of marks) seen.add(mark);
    return true;
  };
  return products.filter(fresh).slice(0, count);
}

export function wellLoved(shop, count) {
  return varied(loved(shop.products.filter((p) => p.availability === "in_stock")), count);
}

/** Pictures for the top of the home page: of every department the best that does not stand for it already. */
export function showpieces(shop, count) {
  const taken = new Set(shop.departments.map((d) => d.image));
  const fresh = loved(shop.products).filter((p) => !taken.has(p.image));
  const ofEach = shop.departments.flatMap((d) => fresh.filter((p) => p.category[0] === d.name).slice(0, 1));
  return varied([...ofEach, ...fresh], count);
}

export function reduced(shop, count) {
  const share = ({ price, list_price }) => price / list_price;
  const offers = shop.products.filter((p) => p.list_price > p.price && p.availability === "in_stock");
  return varied(
    offers.sort((a, b) => share(a) - share(b) || a.id.localeCompare(b.id)),
    count,
  );
}

export function money(shop, amount) {
  const { lang, currency } = shop.words;
  return new Intl.NumberFormat(lang, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(amount);
}

export function categoryAddress(...path) {
  return `category.html?c=${encodeURIComponent(path.join(" > "))}`;
}

export function searchAddress(query) {
  return `search.html?q=${encodeURIComponent(query)}`;
}
