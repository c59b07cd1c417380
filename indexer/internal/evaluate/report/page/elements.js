// What the page's other scripts share: making elements, reading the page's data.

globalThis.report = (() => {
  /** Makes an element with attributes and children; text is never read as HTML. */
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** Makes a bar as wide as the share, from 0 to 1, of its place. */
  function bar(share, kind) {
    const made = element("span", { class: `share ${kind}`, "aria-hidden": "true" });
    made.style.setProperty("--share", String(share));
    return made;
  }

  /** Writes a difference with its sign. */
  function signed(value, digits) {
    const rounded = Math.abs(value).toFixed(digits);
    if (Number(rounded) === 0) return "0";
    return (value < 0 ? "−" : "+") + rounded;
  }

  /** Reads one of the page's blocks of data. */
  const data = (id) => JSON.parse(document.getElementById(id).textContent);

  return { element, bar, signed, data };
})();
