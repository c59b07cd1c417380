/** Measures the contrast of what a page really shows, through every shadow root. */
import type { Page } from "playwright-core";

export interface Measured {
  /** The text, or the control's class. */
  readonly what: string;
  readonly colour: string;
  readonly behind: string;
  /** WCAG 2's contrast ratio, 1 to 21. */
  readonly ratio: number;
}

/** Every visible text below the selector, with its contrast to the nearest background behind it. */
export function texts(page: Page, selector: string): Promise<Measured[]> {
  return measure(page, selector, "text");
}

/** Every visible field and bordered button, with its border's contrast to what is behind it. */
export function borders(page: Page, selector: string): Promise<Measured[]> {
  return measure(page, selector, "border");
}

function measure(page: Page, selector: string, kind: "text" | "border"): Promise<Measured[]> {
  return page.evaluate(
    ([from, wanted]) => {
      const parsed = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const clear = (colour: string) => parsed(colour)[3] === 0;
      const luminance = (colour: string) => {
        const [r = 0, g = 0, b = 0] = parsed(colour).map((channel) => {
          const c = channel / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ratio = (a: string, b: string) => {
        const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
      };
      const around = (node: Node): Element | null => {
        if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
        return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentElement;
      };
      const behind = (element: Element | null): string => {
        for (let e = element; e !== null; e = around(e)) {
          const { backgroundColor } = getComputedStyle(e);
          if (!clear(backgroundColor)) return backgroundColor;
        }
        return "rgb(255, 255, 255)";
      };
      const seen = (element: Element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && element.checkVisibility();
      };
      const found: Measured[] = [];
      const note = (what: string, colour: string, element: Element | null) => {
        const back = behind(element);
        found.push({ what, colour, behind: back, ratio: ratio(colour, back) });
      };
      const noteText = (text: Text) => {
        const element = around(text);
        if (text.data.trim() === "" || element === null || !seen(element)) return;
        note(text.data.trim(), getComputedStyle(element).color, element);
      };
      const noteBorder = (control: Element) => {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(control);
        const drawn = borderTopStyle === "solid" && borderTopWidth !== "0px" && !clear(borderTopColor);
        if (drawn && seen(control)) note(control.className || control.localName, borderTopColor, around(control));
      };
      const walk = (node: Node) => {
        if (node instanceof Text && wanted === "text") noteText(node);
        if (node instanceof Element && wanted === "border" && node.matches("button, select, input")) noteBorder(node);
        if (node instanceof Element && node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
        node.childNodes.forEach(walk);
      };
      document.querySelectorAll(from).forEach(walk);
      return found;
    },
    [selector, kind] as const,
  );
}
