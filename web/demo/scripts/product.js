// A product's page: reads the product's file, and asks the engine for others of
// its category.

import { connect } from "../vitrine.js";
import { add } from "./basket.js";
import { drawCrumbs, element, moneyFormat, webAddress } from "./page.js";

const parameters = new URLSearchParams(location.search);
const id = parameters.get("id") ?? "";
const article = document.querySelector("[data-product]");
const words = JSON.parse(article.dataset.words);
const money = moneyFormat(words.currency);
const part = (name) => article.querySelector(`[data-${name}]`);

const product = await read(id);
if (product === undefined) drawMissing();
else drawProduct(product, parameters.get("variant"));
article.ariaBusy = "false";
if (product !== undefined) await drawRelated(product);

/** The product, or undefined where the shop has none of that id. */
async function read(name) {
  if (!/^[\w-]+$/.test(name)) return undefined;
  const response = await fetch(`products/${name}.json`);
  return response.ok ? response.json() : undefined;
}

function drawMissing() {
  drawCrumbs([], { here: false });
  part("title").textContent = words.missingTitle;
  article.classList.add("missing");
  part("description").textContent = words.missingText;
  part("description").after(element("a", { className: "button", href: "search.html" }, words.allProducts));
}

function drawProduct(product, wanted) {
  drawCrumbs(product.category, { here: false });
  document.title = `${product.title} · ${words.shop}`;
  part("title").textContent = product.title;
  part("brand").textContent = product.brand ?? "";
  part("description").textContent = product.description ?? "";
  drawRating(product);
  drawDetails(product);
  const variants = product.variants ?? [];
  const chosen = variants.find((v) => v.id === wanted) ?? variants[0];
  if (variants.length > 1) drawChoices(product, variants, chosen);
  drawVariant(product, chosen);
}

function drawRating({ rating, reviews = 0 }) {
  if (rating === undefined) return;
  const fill = (text) => text.replace("{rating}", rating.toFixed(1)).replace("{reviews}", String(reviews));
  const stars = element("span", { className: `stars stars-${Math.round(rating * 2)}`, ariaHidden: "true" });
  const said = element("span", { className: "hidden" }, fill(words.rated));
  const shown = element("span", { ariaHidden: "true" }, `${rating.toFixed(1)} · ${fill(words.reviews)}`);
  part("rating").replaceChildren(stars, said, shown);
  part("rating").hidden = false;
}

function drawDetails({ attributes = {} }) {
  const rows = Object.entries(attributes)
    .filter(([name]) => name in words.labels)
    .map(([name, values]) => {
      const text = [values].flat().join(", ");
      const value = name.endsWith("_cm") ? `${text} ${words.unit}` : text;
      return element("div", {}, element("dt", {}, words.labels[name]), element("dd", {}, value));
    });
  part("details").replaceChildren(...rows);
}

function drawChoices(product, variants, chosen) {
  const name = Object.keys(variants[0].options).join(" / ");
  const radios = variants.map((variant) => {
    const radio = element("input", { type: "radio", name: "variant", value: variant.id, checked: variant === chosen });
    radio.addEventListener("change", () => {
      drawVariant(product, variant);
      history.replaceState(null, "", webAddress(variant.url));
    });
    return element("label", {}, radio, element("span", {}, optionsOf(variant)));
  });
  part("choices").replaceChildren(element("fieldset", {}, element("legend", {}, name), ...radios));
}

function optionsOf(variant) {
  return Object.values(variant?.options ?? {}).join(" · ");
}

/** Shows what differs between variants: picture, price, stock and the button. */
function drawVariant(product, variant) {
  const price = variant?.price ?? product.price;
  const availability = variant?.availability ?? product.availability ?? "in_stock";
  Object.assign(part("image"), { src: webAddress(variant?.image ?? product.image), alt: product.title, hidden: false });
  part("price").replaceChildren(element("b", {}, money.format(price)), ...listPrice(product, price));
  part("stock").textContent = words.availability[availability] ?? "";
  part("stock").className = `stock ${availability}`;
  const buy = part("buy");
  const sold = availability === "out_of_stock";
  buy.hidden = false;
  buy.disabled = sold;
  buy.textContent = sold ? words.soldOut : words.addToBasket;
  buy.onclick = () => {
    add({
      title: product.title,
      detail: optionsOf(variant),
      url: variant?.url ?? product.url,
      image: variant?.image ?? product.image,
      price,
    });
    buy.textContent = words.added;
    part("see-basket").hidden = false;
  };
}

function listPrice({ list_price }, price) {
  if (!(list_price > price)) return [];
  return [" ", element("s", {}, element("span", { className: "hidden" }, `${words.was} `), money.format(list_price))];
}

async function drawRelated({ id: own, category }) {
  const engine = await connect({ bundle: "bundle/" });
  const { hits } = await engine.search({ query: "", limit: 5, filters: { category: [category.join(" > ")] } });
  const others = hits.filter((hit) => hit.id !== own).slice(0, 4);
  if (others.length === 0) return;
  document.querySelector("[data-tiles]").replaceChildren(...others.map(drawTile));
  document.querySelector("[data-related]").hidden = false;
}

function drawTile(hit) {
  return element(
    "li",
    {},
    element(
      "a",
      { className: "tile", href: webAddress(hit.url) },
      element("img", { src: webAddress(hit.image), alt: "", width: 400, height: 400, loading: "lazy" }),
      element("span", { className: "brand" }, hit.brand ?? ""),
      element("span", { className: "title" }, hit.title),
      element("span", { className: "price" }, element("b", {}, money.format(hit.price))),
    ),
  );
}
