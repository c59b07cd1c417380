/** What makes a text field a combobox (WAI-ARIA 1.2, list autocomplete) that is closed. */
const attributes: Readonly<Record<string, string>> = {
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-expanded": "false",
  autocomplete: "off",
  autocapitalize: "off",
  autocorrect: "off",
  spellcheck: "false",
  enterkeyhint: "search",
};

/**
 * Says that the text field is a combobox, before the shopper comes to it: a role that
 * changes under the focus is not announced. Returns how to leave it as it was found.
 */
export function describe(field: HTMLInputElement): () => void {
  const before = Object.keys(attributes).map((name) => [name, field.getAttribute(name)] as const);
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  return () => {
    for (const [name, value] of before) {
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    }
  };
}
