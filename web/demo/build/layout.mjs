// The frame of every page: head, header with the search field, footer.

import { html } from "./html.mjs";
import { categoryAddress } from "./shop.mjs";

// The policy that the widget promises to work under. It is in the page, so that
// it holds wherever the demo shop is put.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

const basket = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 9h14l-1.3 10.2a1 1 0 0 1-1 .8H7.3a1 1 0 0 1-1-.8zM8.5 9V8a3.5 3.5 0 0 1 7 0v1" /></svg>`;

function searchForm(w) {
  return html`<form class="find" role="search" action="search.html">
          <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="11" cy="11" r="6.5" /><path d="M16 16l4.5 4.5" /></svg>
          <input id="search" name="q" type="search" aria-label="${w.searchLabel}" placeholder="${w.searchPlaceholder}" />
        </form>`;
}

/**
 * A whole page. `page` has name, title, content, and a script and a style sheet of its own;
 * `searches` says that the header's field is for the results in the page, without a panel.
 */
export function layout(shop, { name, title, description, content, script, style, searches = false }) {
  const { words: w, root } = shop;
  const other = root === "" ? `zh/${name}` : `../${name}`;
  return `<!doctype html>\n${html`<html lang="${w.lang}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <meta name="description" content="${description ?? w.tagline}" />
    <link rel="icon" href="${root}favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${root}styles/shop.css" />
    <link rel="stylesheet" href="${root}styles/pages.css" />
    ${style && html`<link rel="stylesheet" href="${root}styles/${style}" />`}
    <script type="module" src="${root}vitrine.js" data-bundle="bundle/" ${!searches && html`data-input="#search"`}></script>
    <script type="module" src="${root}scripts/basket.js"></script>
    ${script && html`<script type="module" src="${root}scripts/${script}"></script>`}
  </head>
  <body>
    <a class="skip" href="#content">${w.skip}</a>
    <header class="top">
      <div class="wide bar">
        <a class="logo" href="index.html">${w.shop}</a>
        ${searches ? html`<vitrine-search>${searchForm(w)}</vitrine-search>` : searchForm(w)}
        <a class="other" href="${other}" lang="${root === "" ? "zh-Hans" : "en"}" aria-label="${w.otherShopLabel}">${w.otherShop}</a>
        <a class="basket" href="basket.html">${basket}<span class="hidden">${w.basket}</span><span class="badge" data-basket-count hidden></span></a>
      </div>
      <nav aria-label="${w.departments}">
        <ul class="wide">
          ${shop.departments.map(({ name: d }) => html`<li><a href="${categoryAddress(d)}">${d}</a></li>`)}
          <li><a href="search.html">${w.allProducts}</a></li>
          <li class="aside"><a href="playground.html">${w.playground}</a></li>
        </ul>
      </nav>
    </header>
    <main id="content" tabindex="-1">${content}</main>
    <footer>
      <div class="wide">
        <div class="logo">${w.shop}</div>
        <p>${w.footer}</p>
        <p><a href="playground.html">${w.forDevelopers}: ${w.playground}</a></p>
      </div>
    </footer>
  </body>
</html>`}\n`;
}
