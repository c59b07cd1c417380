/** How a field looks that the page did not bring: quiet, with the page's own type. */
const rules = `
vitrine-search > form {
  display: block;
  margin: 0;
}
vitrine-search > form > input {
  box-sizing: border-box;
  inline-size: 100%;
  min-block-size: 44px;
  margin: 0;
  padding: 8px 18px;
  border: 1px solid var(--vitrine-control, #85898e);
  border-radius: var(--vitrine-pill, 999px);
  background: var(--vitrine-surface, Field);
  color: var(--vitrine-text, FieldText);
  font: inherit;
  font-size: max(16px, 1em);
}
vitrine-search > form > input:focus-visible {
  outline: 2px solid var(--vitrine-accent, currentcolor);
  outline-offset: 2px;
}`;

let sheet: CSSStyleSheet | undefined;

/** Makes the rules hold in the tree that the element stands in; once per tree. */
export function adoptFieldStyles(element: Element): void {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}
