// The two pages that list products: a category's, and the one a search ends on.
// The engine fills both in the browser; there is nothing to render before.

import { html } from "./html.mjs";
import { layout } from "./layout.mjs";

export function category(shop) {
  const { words: w } = shop;
  const content = html`<div class="wide listing">
    <nav class="crumbs" aria-label="${w.crumbs}" data-crumbs data-home="${w.home}"></nav>
    <h1 data-title data-all="${w.allProducts}"></h1>
    <vitrine-results></vitrine-results>
  </div>`;
  return layout(shop, { name: "category.html", title: w.shop, content, script: "category.js" });
}

export function search(shop) {
  const { words: w } = shop;
  const content = html`<div class="wide listing">
    <h1 data-title data-for="${w.resultsFor("{}")}" data-all="${w.browse}">${w.browse}</h1>
    <vitrine-results></vitrine-results>
  </div>`;
  return layout(shop, { name: "search.html", title: w.shop, content, script: "search.js", searches: true });
}
