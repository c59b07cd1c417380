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

/** Puts one product in: {title, detail, url, image, price}. One that is there already is counted once more. */
export function add(line) {
  const lines = read();
  const same = lines.find(({ url }) => url === line.url);
  const more = { ...line, count: countOf(same ?? { count: 0 }) + 1 };
  write(same ? lines.map((other) => (other === same ? more : other)) : [...lines, more]);
}

function countOf({ count = 1 }) {
  return count;
}

function draw() {
  const lines = read();
  const badge = document.querySelector("[data-basket-count]");
  badge.hidden = lines.length === 0;
  badge.textContent = String(lines.reduce((sum, line) => sum + countOf(line), 0));
  const place = document.querySelector("[data-basket]");
  if (place !== null) drawList(place, lines);
}

function drawList(place, lines) {
  const words = place.dataset;
  if (lines.length === 0) {
    const browse = element("a", { className: "button", href: "search.html" }, words.browse);
    place.replaceChildren(element("p", {}, words.empty), browse);
    return;
  }
  const money = moneyFormat(words.currency);
  const total = lines.reduce((sum, line) => sum + line.price * countOf(line), 0);
  place.replaceChildren(
    element("ul", { className: "lines" }, ...lines.map((line, i) => drawLine(line, i, lines, money, words))),
    element("p", { className: "total" }, words.total, element("b", {}, money.format(total))),
  );
}

function drawLine(line, position, lines, money, words) {
  const remove = element("button", { type: "button", ariaLabel: `${words.remove} ${line.title}` }, words.remove);
  remove.addEventListener("click", () => write(lines.filter((_, i) => i !== position)));
  const count = countOf(line);
  const detail = [line.detail, count > 1 ? `× ${count}` : ""].filter((text) => text !== "").join(" · ");
  return element(
    "li",
    {},
    element("img", { src: webAddress(line.image), alt: "", width: 96, height: 96 }),
    element("div", {}, element("a", { href: webAddress(line.url) }, line.title), element("p", {}, detail), remove),
    element("b", {}, money.format(line.price * count)),
  );
}

draw();
