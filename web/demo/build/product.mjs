// The product page, and the file it reads.
//
// A search bundle holds what a result shows and no more; the page of a product
// is the shop's own affair. This shop has no server behind it, so each product
// is a small JSON file that one page fetches by its id.

import { html } from "./html.mjs";
import { layout } from "./layout.mjs";

export function product(shop) {
  const { words: w } = shop;
  const shown = {
    ...Object.fromEntries(
      ["currency", "addToBasket", "added", "soldOut", "was", "unit", "allProducts"].map((k) => [k, w[k]]),
    ),
    availability: w.availability,
    labels: w.labels,
    home: w.home,
    shop: w.shop,
    rated: w.rated("{rating}", "{reviews}"),
    reviews: w.reviews("{reviews}"),
    missingTitle: w.missingTitle,
    missingText: w.missingText,
  };
  const content = html`<div class="wide product-page">
    <nav class="crumbs" aria-label="${w.crumbs}" data-crumbs data-home="${w.home}"></nav>
    <article class="product" data-product data-words="${JSON.stringify(shown)}" aria-busy="true">
      <div class="stage"><img data-image alt="" width="400" height="400" hidden /></div>
      <div class="facts">
        <p class="brand" data-brand></p>
        <h1 data-title></h1>
        <p class="rating" data-rating hidden></p>
        <p class="price" data-price></p>
        <div class="choices" data-choices></div>
        <p class="stock" data-stock></p>
        <button class="button" type="button" data-buy hidden></button>
        <p class="see-basket"><a href="basket.html" data-see-basket hidden>${w.seeBasket}</a></p>
        <section class="about"><h2>${w.description}</h2><p data-description></p></section>
        <section class="details"><h2>${w.details}</h2><dl data-details></dl></section>
      </div>
    </article>
    <section class="band related" aria-labelledby="related" data-related hidden>
      <h2 id="related">${w.related}</h2>
      <ul class="tiles" data-tiles></ul>
    </section>
  </div>`;
  return layout(shop, { name: "product.html", title: w.shop, content, script: "product.js" });
}

export function basket(shop) {
  const { words: w } = shop;
  const content = html`<div class="wide basket-page">
    <h1>${w.basket}</h1>
    <div
      data-basket
      data-currency="${w.currency}"
      data-remove="${w.remove}"
      data-total="${w.total}"
      data-empty="${w.basketEmpty}"
      data-browse="${w.allProducts}"
    ></div>
    <p class="note">${w.basketNote}</p>
  </div>`;
  return layout(shop, { name: "basket.html", title: `${w.basket} · ${w.shop}`, content });
}
