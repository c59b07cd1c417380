// The basket: what the shopper chose, kept in this browser only. Loaded by every
// page for the number in the header, and by basket.html for the list.

import { element, moneyFormat, webAddress } from "./page.js";

const key = `basket-${document.documentElement.lang}`;

function read() {
  try {
    const lines = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(lines) ? lines : [];
  } catch {
    return [];
  }
}

function write(lines) {
  localStorage.setItem(key, JSON.stringify(lines));
  draw();
}

/** Puts one product in: {title, detail, url, image, price}. */
export function add(line) {
  write([...read(), line]);
}

function draw() {
  const lines = read();
  const badge = document.querySelector("[data-basket-count]");
  badge.hidden = lines.length === 0;
  badge.textContent = String(lines.length);
  const place = document.querySelector("[data-basket]");
  if (place !== null) drawList(place, lines);
}

function drawList(place, lines) {
  const words = place.dataset;
  if (lines.length === 0) {
    place.replaceChildren(element("p", {}, words.empty));
    return;
  }
  const money = moneyFormat(words.currency);
  const total = lines.reduce((sum, line) => sum + line.price, 0);
  place.replaceChildren(
    element("ul", { className: "lines" }, ...lines.map((line, i) => drawLine(line, i, lines, money, words))),
    element("p", { className: "total" }, words.total, element("b", {}, money.format(total))),
  );
}

function drawLine(line, position, lines, money, words) {
  const remove = element("button", { type: "button", ariaLabel: `${words.remove} ${line.title}` }, words.remove);
  remove.addEventListener("click", () => write(lines.filter((_, i) => i !== position)));
  return element(
    "li",
    {},
    element("img", { src: webAddress(line.image), alt: "", width: 96, height: 96 }),
    element("div", {}, element("a", { href: webAddress(line.url) }, line.title), element("p", {}, line.detail), remove),
    element("b", {}, money.format(line.price)),
  );
}

draw();
