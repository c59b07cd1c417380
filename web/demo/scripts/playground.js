// The playground: edits the widget's look while it is seen, and shows what to put
// into a shop's pages for it.

import { init, results } from "../vitrine.js";
import { changed, colourOf, showDesign, sideOf } from "./playground/controls.js";
import { copyOnPress } from "./playground/copying.js";
import { addressOf, plainDesign, readDesign, scriptTag, styleSheet } from "./playground/design.js";

const page = document.querySelector("[data-playground]");
const form = page.querySelector("form[data-controls]");
const preview = page.querySelector("[data-preview]");
const field = preview.querySelector("input");
const code = (name) => page.querySelector(`[data-code="${name}"]`);
const words = JSON.parse(page.dataset.words);
const looks = JSON.parse(page.dataset.looks);
const { lang } = document.documentElement;

/** The policy forbids styles in the markup, not those that a script makes. */
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let design = readDesign(new URLSearchParams(location.search), lang, Object.keys(looks));
let shown;
let addressTimer;

/** What the widget is told when it is made; the rest is a matter of style. */
const attributes = ({ look, theme, lang, limit, recent }) => ({ look, theme, lang, limit, recent });

function show() {
  const look = looks[design.look];
  showDesign(form, design, look);
  sheet.replaceSync(`${styleSheet(design, look, "[data-preview]")}
    [data-preview] { color-scheme: ${design.theme === "auto" ? "light dark" : design.theme};
      background: #${colourOf(design, look, "surface", sideOf(design))};
      color: #${colourOf(design, look, "text", sideOf(design))}; }`);
  const style = styleSheet(design, look);
  code("html").textContent = scriptTag(design, lang);
  code("css").textContent = style || words.noStyle;
  page.querySelector('[data-copy="css"]').disabled = style === "";
  mount();
}

/** Makes the widget anew where it must be told something else. */
function mount() {
  const wanted = JSON.stringify(attributes(design));
  if (shown?.wanted === wanted) return;
  shown?.panel.destroy();
  shown?.list.destroy();
  const options = { bundle: "bundle/", ...attributes(design) };
  const list = results({ into: preview.querySelector("[data-results]"), query: field.value, ...options });
  shown = { wanted, list, panel: init({ input: field, ...options }) };
}

function keepInAddress() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => {
    const parameters = addressOf(design, lang).toString();
    history.replaceState(null, "", parameters === "" ? location.pathname : `?${parameters}`);
  }, 150);
}

function edit(next) {
  design = next;
  show();
  keepInAddress();
}

form.addEventListener("input", ({ target }) => edit(changed(design, target)));
form.addEventListener("reset", (event) => {
  event.preventDefault();
  edit({ ...plainDesign(lang), look: design.look });
});
form.addEventListener("submit", (event) => event.preventDefault());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);

field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  shown.list.search(field.value);
});
page.querySelector("[data-open]").addEventListener("click", () => shown.panel.open());
for (const name of ["html", "css"]) {
  const what = () => ({ text: code(name).textContent, shown: code(name) });
  copyOnPress(page.querySelector(`[data-copy="${name}"]`), what, words);
}
copyOnPress(
  page.querySelector('[data-copy="link"]'),
  () => ({ text: new URL(`?${addressOf(design, lang)}`, location.href).href }),
  words,
);

show();
