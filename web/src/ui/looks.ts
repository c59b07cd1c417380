/**
 * The ready looks: what a shop gets that sets no property of its own.
 *
 * A look is a table, one value for light and dark alike or a pair of them.
 * `plain` stands back behind the shop's own pages, `warm` is for homes, food and
 * crafts, `bold` is square and loud. All texts keep a contrast of 7 to 1 on what
 * they stand on, all borders of controls 3 to 1; a test measures it in a browser.
 */

/** A value for light and dark alike, or one for each. */
type Value = string | readonly [light: string, dark: string];

export const looks = {
  plain: {
    surface: ["#fff", "#191b1d"],
    sunken: ["#f4f4f1", "#24272a"],
    text: ["#1b1d1f", "#f1f1ee"],
    muted: ["#4e5257", "#afb3b7"],
    line: ["#e3e3de", "#34383c"],
    control: ["#85898e", "#7d8287"],
    accent: ["#1b1d1f", "#f1f1ee"],
    "on-accent": ["#fff", "#191b1d"],
    sale: ["#9e221a", "#ff9d92"],
    stock: ["#195d3a", "#7fd0a4"],
    star: ["#b7791f", "#f0bd63"],
    radius: "14px",
    pill: "999px",
    "title-weight": "400",
    density: "1",
    shadow: "0 1px 2px rgb(0 0 0 / 0.06), 0 24px 64px -12px rgb(0 0 0 / 0.28)",
  },
  warm: {
    surface: ["#fffaf3", "#231b16"],
    sunken: ["#f7eddf", "#32271f"],
    text: ["#2b2019", "#f8efe5"],
    muted: ["#5c4c40", "#c3b2a2"],
    line: ["#eadcc9", "#43372d"],
    control: ["#947b67", "#937f6e"],
    accent: ["#983a17", "#f0a27a"],
    "on-accent": ["#fff", "#2b1408"],
    sale: ["#98211a", "#ff9f90"],
    stock: ["#365723", "#a5d183"],
    star: ["#b9770e", "#f3c063"],
    radius: "22px",
    pill: "999px",
    "title-weight": "400",
    density: "1.15",
    shadow: "0 2px 4px rgb(84 52 24 / 0.08), 0 28px 70px -16px rgb(84 52 24 / 0.35)",
  },
  bold: {
    surface: ["#fff", "#0b0b12"],
    sunken: ["#eceefe", "#1e1f2e"],
    text: ["#0b0b12", "#fff"],
    muted: ["#4a4b58", "#b9bbca"],
    line: ["#0b0b12", "#6b6d80"],
    control: ["#0b0b12", "#c9cad6"],
    accent: ["#2a35e0", "#a9b2ff"],
    "on-accent": ["#fff", "#0b0b12"],
    sale: ["#9f0d36", "#ff8fa8"],
    stock: ["#085b3a", "#6fe0ad"],
    star: ["#b86e00", "#ffc75a"],
    radius: "0px",
    pill: "0px",
    "title-weight": "500",
    density: "0.9",
    shadow: "8px 8px 0 rgb(11 11 18 / 0.35)",
  },
} satisfies Record<string, Record<string, Value>>;

export type Look = keyof typeof looks;

/** Every property that a look has a value for: `--vitrine-NAME`. */
export const properties = Object.keys(looks.plain) as readonly (keyof typeof looks.plain)[];

/**
 * The looks as rules for the hosts that `of` selects. Pairs become light-dark(),
 * which follows `color-scheme`; a browser without it gets the light ones.
 */
export function lookRules(of: (look: Look) => string): string {
  const names = Object.keys(looks) as Look[];
  const light = names.map((look) => rule(of(look), look, ([value]) => value));
  const both = names.map((look) => rule(of(look), look, ([light, dark]) => `light-dark(${light}, ${dark})`));
  return `${light.join("")}@supports (color: light-dark(#000, #fff)) {${both.join("")}}`;
}

function rule(selector: string, look: Look, pick: (pair: readonly [string, string]) => string): string {
  const values: readonly [string, Value][] = Object.entries(looks[look]) as [string, Value][];
  const lines = values.map(([name, value]) => `--_look-${name}:${typeof value === "string" ? value : pick(value)};`);
  return `${selector}{${lines.join("")}}`;
}
