// Markup as tagged templates: every value is escaped unless it is markup itself,
// so that a title with "<" or a quote in it can stand anywhere.

class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function shown(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(shown).join("");
  if (value === undefined || value === null || value === false) return "";
  return String(value).replace(/[&<>"]/g, (character) => entities[character]);
}

export function html(strings, ...values) {
  return new Markup(String.raw({ raw: strings }, ...values.map(shown)));
}
