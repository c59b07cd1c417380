/** Says of a view which language it speaks, to screen readers, hyphenation and fonts. */
import type { Locale } from "../i18n/locale.ts";

/**
 * Sets the view's lang, and its direction where the language has one of its own:
 * else the page's holds, whose products the view shows.
 */
export function speak(view: HTMLElement, { text, direction }: Locale): void {
  view.lang = text.tag;
  if (direction !== undefined) view.dir = direction;
}
