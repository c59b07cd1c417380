// The page on which a developer tries the widget's looks and copies the result.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { colours, fonts, languages, limits, sizes, themes } from "../scripts/playground/design.js";
import { languageNames } from "./developer-words.mjs";
import { html } from "./html.mjs";
import { layout } from "./layout.mjs";

/** The looks as the widget has them. */
async function readLooks() {
  const source = readFileSync(join(import.meta.dirname, "../../src/ui/looks.ts"), "utf8");
  const { code } = transformSync(source, { loader: "ts", format: "esm" });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).looks;
}

const looks = await readLooks();

export function playground(shop) {
  const { words: w } = shop;
  const said = { copied: w.copied, selected: w.selected, noStyle: w.noStyle };
  const content = html`<div
    class="wide playground"
    data-playground
    data-words="${JSON.stringify(said)}"
    data-looks="${JSON.stringify(looks)}"
  >
    <header class="page-head">
      <h1>${w.playgroundTitle}</h1>
      <p>${w.playgroundText}</p>
    </header>
    <div class="workbench">
      <form class="controls" data-controls aria-label="${w.design}">${controls(w)}</form>
      <section class="preview" data-preview aria-label="${w.preview}">
        <form class="find" role="search" aria-label="${w.preview}" action="search.html">
          <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="11" cy="11" r="6.5" /><path d="M16 16l4.5 4.5" /></svg>
          <input name="q" type="search" aria-label="${w.searchLabel}" value="${w.tryQuery}" />
          <button type="button" class="try" data-open>${w.openPanel}</button>
        </form>
        <div data-results></div>
      </section>
    </div>
    ${install(w)}
  </div>`;
  const title = `${w.playground} · ${w.shop}`;
  return layout(shop, { name: "playground.html", title, content, script: "playground.js", style: "playground.css" });
}

function controls(w) {
  return html`
    ${choice("look", w.look, Object.keys(looks), w.looks, w.looksText)} ${choice("theme", w.theme, themes, w.themes)}
    <details>
      <summary>${w.coloursTitle}</summary>
      <p class="hint">${w.coloursText}</p>
      <div class="colours">
        ${colours.map((name) => html`<label><input type="color" name="${name}" /><span>${w.colours[name]}</span></label>`)}
      </div>
      <ul class="contrast">
        ${w.contrast.map(
          ([text, ground, label]) => html`<li data-contrast="${text} on ${ground}">
            ${label} <b></b> <em data-poor hidden>${w.poor}</em>
          </li>`,
        )}
      </ul>
    </details>
    <details>
      <summary>${w.shape}</summary>
      ${Object.entries(sizes).map(
        ([name, { min, max, step }]) => html`<label class="measure">
          <span>${w.sizes[name]} <output data-value="${name}"></output></span>
          <input type="range" name="${name}" min="${min}" max="${max}" step="${step}" />
        </label>`,
      )}
      ${menu("font", w.font, Object.keys(fonts), w.fonts)}
    </details>
    <details>
      <summary>${w.behaviour}</summary>
      ${menu("lang", w.language, languages, languageNames)} ${menu("limit", w.limit, limits)}
      <label class="tick"><input type="checkbox" name="recent" /><span>${w.recent}</span></label>
    </details>
    <button class="quiet-button" type="reset">${w.reset}</button>
    <button class="quiet-button" type="button" data-copy="link">${w.copyLink}</button>
  `;
}

/** A few things to choose from that are all seen. */
function choice(name, label, values, names, texts = {}) {
  return html`<fieldset class="choice">
    <legend>${label}</legend>
    ${values.map(
      (value) => html`<label>
        <input type="radio" name="${name}" value="${value}" />
        <span><b>${names[value]}</b>${texts[value] && html`<small>${texts[value]}</small>`}</span>
      </label>`,
    )}
  </fieldset>`;
}

function menu(name, label, values, names) {
  return html`<label class="menu"><span>${label}</span>
    <select name="${name}">
      ${values.map((value) => html`<option value="${value}">${names?.[value] ?? value}</option>`)}
    </select>
  </label>`;
}

function install(w) {
  return html`<section class="install" aria-labelledby="install">
    <h2 id="install">${w.installTitle}</h2>
    <p>${w.installText}</p>
    <ol>${w.installSteps.map(([title, command]) => html`<li><h3>${title}</h3><pre tabindex="0">${command}</pre></li>`)}</ol>
    <div class="snippets">${snippet(w, "html", w.tagTitle)} ${snippet(w, "css", w.styleTitle)}</div>
  </section>`;
}

function snippet(w, name, title) {
  return html`<div class="snippet">
    <div class="snippet-head">
      <h3 id="snippet-${name}">${title}</h3>
      <button class="quiet-button" type="button" data-copy="${name}" aria-describedby="snippet-${name}" aria-live="polite">${w.copy}</button>
    </div>
    <pre tabindex="0" aria-labelledby="snippet-${name}" role="region"><code data-code="${name}"></code></pre>
  </div>`;
}
