// What the demo shop's pages share: making elements, crumbs, addresses.

/** Makes an element with properties and children; texts become text nodes. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Only web addresses are followed; a catalogue could contain anything. */
export function webAddress(address) {
  const url = new URL(address, document.baseURI);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : "#";
}

export function categoryAddress(path) {
  return `category.html?c=${encodeURIComponent(path.join(" > "))}`;
}

/** Draws the way from the home page down the category path; the last step may be the page itself. */
export function drawCrumbs(path, { here }) {
  const place = document.querySelector("[data-crumbs]");
  const steps = path.map((name, i) => {
    const current = here && i === path.length - 1;
    return current
      ? element("span", { ariaCurrent: "page" }, name)
      : element("a", { href: categoryAddress(path.slice(0, i + 1)) }, name);
  });
  const home = element("a", { href: "index.html" }, place.dataset.home);
  place.replaceChildren(element("ol", {}, ...[home, ...steps].map((step) => element("li", {}, step))));
}

export function moneyFormat(currency) {
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
}
