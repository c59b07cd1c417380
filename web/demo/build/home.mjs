import { html } from "./html.mjs";
import { layout } from "./layout.mjs";
import { categoryAddress, money, reduced, searchAddress, showpieces, wellLoved } from "./shop.mjs";

const arrow = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h14M13 6l6 6-6 6" /></svg>`;

/** The home page; it stands complete without script, like any shop's. */
export function home(shop) {
  const { words: w } = shop;
  const content = html`
    <section class="hero">
      <div class="wide">
        <div class="hero-words">
          <h1>${w.heroTitle}</h1>
          <p>${w.heroText}</p>
          <a class="button" href="${searchAddress(w.heroQuery)}">${w.heroButton}${arrow}</a>
          <div class="tries">
            <p>${w.triesLabel}</p>
            <ul>${w.tries.map((query) => html`<li><a href="${searchAddress(query)}">${query}</a></li>`)}</ul>
          </div>
        </div>
        <div class="collage" aria-hidden="true">
          ${showpieces(shop, 6).map((p) => html`<img src="${p.image}" alt="" width="400" height="400" />`)}
        </div>
      </div>
    </section>
    <section class="wide band" aria-labelledby="departments">
      <h2 id="departments">${w.departmentsTitle}</h2>
      <ul class="departments">
        ${shop.departments.map(
          (d) => html`<li>
            <a href="${categoryAddress(d.name)}">
              <img src="${d.image}" alt="" width="400" height="400" loading="lazy" />
              <span class="name">${d.name}</span><span class="count">${w.products(d.count)}</span>
            </a>
          </li>`,
        )}
      </ul>
    </section>
    ${row(shop, "loved", w.lovedTitle, w.lovedText, wellLoved(shop, 8))}
    <section class="story" aria-labelledby="story">
      <div class="wide">
        <h2 id="story">${w.storyTitle}</h2>
        <p>${w.storyText}</p>
        <ul>${w.promises.map(([title, text]) => html`<li><h3>${title}</h3><p>${text}</p></li>`)}</ul>
      </div>
    </section>
    ${row(shop, "reduced", w.reducedTitle, w.reducedText, reduced(shop, 4))}
  `;
  return layout(shop, { name: "index.html", title: `${w.shop} · ${w.tagline}`, content });
}

function row(shop, id, title, text, products) {
  return html`<section class="wide band" aria-labelledby="${id}">
    <div class="band-head">
      <div><h2 id="${id}">${title}</h2><p>${text}</p></div>
      <a href="search.html">${shop.words.seeAll}<span class="hidden"> ${shop.words.allProducts}</span>${arrow}</a>
    </div>
    <ul class="tiles">${products.map((product) => tile(shop, product))}</ul>
  </section>`;
}

function tile(shop, { url, image, brand, title, price, list_price }) {
  const { words: w } = shop;
  const before = list_price > price && html` <s><span class="hidden">${w.was} </span>${money(shop, list_price)}</s>`;
  return html`<li>
    <a class="tile" href="${url}">
      <img src="${image}" alt="" width="400" height="400" loading="lazy" />
      <span class="brand">${brand}</span>
      <span class="title">${title}</span>
      <span class="price ${before ? "reduced" : ""}"><b>${money(shop, price)}</b>${before}</span>
    </a>
  </li>`;
}
