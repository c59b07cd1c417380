// The controls of the playground: what they show of a design, and what they change.

import { contrast } from "./contrast.js";
import { colours, sizes } from "./design.js";

/** Which side of a colour is seen: the chosen one, or the one of the shopper's system. */
export function sideOf({ theme }) {
  if (theme !== "auto") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** A look's or a design's colour on one side, as six hex digits. */
export function colourOf(design, look, name, side) {
  const [light, dark = light] = [look[name]].flat();
  const chosen = design.colours[name]?.[side];
  return chosen ?? sixDigits(side === "dark" ? dark : light);
}

/** #abc is short for #aabbcc. */
function sixDigits(colour) {
  const digits = colour.slice(1);
  return digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
}

function sizeOf(design, look, name) {
  return design.sizes[name] ?? sizes[name].plain ?? Number.parseFloat(look[name]);
}

/** Brings every control to what the design says. */
export function showDesign(form, design, look) {
  const side = sideOf(design);
  const { elements } = form;
  for (const name of ["look", "theme", "lang", "limit", "font"]) elements[name].value = String(design[name]);
  elements.recent.checked = design.recent;
  for (const name of colours) elements[name].value = `#${colourOf(design, look, name, side)}`;
  for (const [name, { unit }] of Object.entries(sizes)) {
    const value = sizeOf(design, look, name);
    elements[name].value = String(value);
    form.querySelector(`[data-value="${name}"]`).textContent = `${value}${unit}`;
  }
  showContrast(form, design, look, side);
}

/** Tells the pairs that are hard to read from those that are not. */
function showContrast(form, design, look, side) {
  for (const line of form.querySelectorAll("[data-contrast]")) {
    const [text, ground] = line.dataset.contrast.split(" on ");
    const value = contrast(colourOf(design, look, text, side), colourOf(design, look, ground, side));
    line.querySelector("b").textContent = `${value.toFixed(1)} : 1`;
    line.classList.toggle("poor", value < 4.5);
    line.querySelector("[data-poor]").hidden = value >= 4.5;
  }
}

/**
 * The design after a control was changed.
 * @param {import("./design.js").Design} design
 * @param {HTMLInputElement | HTMLSelectElement} control
 */
export function changed(design, { name, value, checked }) {
  if (colours.includes(name)) {
    const sides = { ...design.colours[name], [sideOf(design)]: value.slice(1) };
    return { ...design, colours: { ...design.colours, [name]: sides } };
  }
  if (name in sizes) return { ...design, sizes: { ...design.sizes, [name]: Number(value) } };
  if (name === "recent") return { ...design, recent: checked };
  return { ...design, [name]: name === "limit" ? Number(value) : value };
}
