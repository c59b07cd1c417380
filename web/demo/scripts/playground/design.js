// A design of the widget as the playground edits it: what differs from the chosen
// look, and what the tag's attributes say. It is a plain value that stands in the
// page's address, so that a design can be sent to somebody else.

/** The looks' colours, in the order of the playground. */
export const colours = [
  "accent",
  "on-accent",
  "surface",
  "sunken",
  "text",
  "muted",
  "line",
  "control",
  "sale",
  "stock",
  "star",
];

/** What is measured: the least, the most, the step and the unit; `plain` where no look has a value. */
export const sizes = {
  radius: { min: 0, max: 32, step: 1, unit: "px" },
  density: { min: 0.8, max: 1.4, step: 0.05, unit: "" },
  tile: { min: 140, max: 320, step: 10, unit: "px", plain: 210 },
  "font-size": { min: 13, max: 19, step: 1, unit: "px", plain: 15 },
};

export const fonts = {
  page: undefined,
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  serif: 'Georgia, "Iowan Old Style", "Noto Serif", serif',
  mono: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
};

export const themes = ["auto", "light", "dark"];
export const languages = ["en", "zh-Hans", "zh-Hant", "ja", "de", "fr", "es", "ar"];
export const limits = [12, 24, 48];

/**
 * @typedef {{light?: string, dark?: string}} Sides a colour, as six hex digits, where it is not the look's
 * @typedef {{look: string, theme: string, lang: string, limit: number, recent: boolean, font: string,
 *   colours: Record<string, Sides>, sizes: Record<string, number>}} Design
 */

/** @returns {Design} the widget as it comes, in the language of the page */
export function plainDesign(lang) {
  return { look: "plain", theme: "auto", lang, limit: 24, recent: true, font: "page", colours: {}, sizes: {} };
}

/**
 * Reads an address; what makes no sense in it is left out.
 * @param {URLSearchParams} parameters
 * @param {string} lang of the page
 * @param {string[]} looks
 * @returns {Design}
 */
export function readDesign(parameters, lang, looks) {
  const plain = plainDesign(lang);
  const oneOf = (name, values) => values.find((value) => `${value}` === parameters.get(name)) ?? plain[name];
  const design = {
    ...plain,
    look: oneOf("look", looks),
    theme: oneOf("theme", themes),
    lang: oneOf("lang", languages),
    limit: oneOf("limit", limits),
    recent: parameters.get("recent") !== "off",
    font: oneOf("font", Object.keys(fonts)),
  };
  for (const name of colours) {
    const [, light, dark] = /^([0-9a-f]{6})?(?:-([0-9a-f]{6}))?$/.exec(parameters.get(name) ?? "") ?? [];
    if (light ?? dark) design.colours[name] = { ...(light && { light }), ...(dark && { dark }) };
  }
  for (const [name, { min, max }] of Object.entries(sizes)) {
    const value = Number.parseFloat(parameters.get(name) ?? "");
    if (value >= min && value <= max) design.sizes[name] = value;
  }
  return design;
}

/**
 * @param {Design} design
 * @param {string} lang of the page
 * @returns {URLSearchParams} only what differs from the plain design
 */
export function addressOf(design, lang) {
  const parameters = new URLSearchParams();
  const plain = plainDesign(lang);
  for (const name of ["look", "theme", "lang", "limit", "font"]) {
    if (design[name] !== plain[name]) parameters.set(name, design[name]);
  }
  if (!design.recent) parameters.set("recent", "off");
  for (const [name, { light = "", dark }] of Object.entries(design.colours)) {
    parameters.set(name, dark === undefined ? light : `${light}-${dark}`);
  }
  for (const [name, value] of Object.entries(design.sizes)) parameters.set(name, String(value));
  return parameters;
}

/**
 * @param {Design} design
 * @param {Record<string, string | string[]>} look what the look has for each property, a pair for light and dark
 * @returns {[name: string, value: string][]} the properties to set, `--vitrine-...`
 */
export function declarations(design, look) {
  const list = Object.entries(design.colours).map(([name, { light, dark }]) => {
    const [lookLight, lookDark] = [look[name]].flat();
    const pair = [light ? `#${light}` : lookLight, dark ? `#${dark}` : lookDark];
    return [name, `light-dark(${pair.join(", ")})`];
  });
  for (const [name, value] of Object.entries(design.sizes)) list.push([name, `${value}${sizes[name].unit}`]);
  if (fonts[design.font]) list.push(["font", fonts[design.font]]);
  return list.map(([name, value]) => [`--vitrine-${name}`, value]);
}

/** The design as a rule of the shop's style sheet; empty where the look is enough. */
export function styleSheet(design, look, selector = ":root") {
  const lines = declarations(design, look).map(([name, value]) => `  ${name}: ${value};\n`);
  return lines.length === 0 ? "" : `${selector} {\n${lines.join("")}}`;
}

/** The tag to put in the shop's pages. The page's language needs no attribute. */
export function scriptTag({ look, theme, lang, limit, recent }, pageLang) {
  const attributes = [
    ["src", "/vitrine.js"],
    ["data-bundle", "/bundle/"],
    ["data-input", "#search"],
    ...(look === "plain" ? [] : [["data-look", look]]),
    ...(theme === "auto" ? [] : [["data-theme", theme]]),
    ...(lang === pageLang ? [] : [["data-lang", lang]]),
    ...(limit === 24 ? [] : [["data-limit", limit]]),
    ...(recent ? [] : [["data-recent", "off"]]),
  ];
  return `<script type="module"\n${attributes.map(([name, value]) => `  ${name}="${value}"`).join("\n")}></script>`;
}
