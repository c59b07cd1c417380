/** Which addresses of a merchant's data may be followed or shown. */

/**
 * The address made absolute against the page's, or undefined where it is not
 * http or https: `javascript:`, `data:` and the like never reach an element. The
 * parser's own output is returned, so that what was checked is what is used.
 */
export function safeAddress(address: string | undefined, page: string): string | undefined {
  if (address === undefined || address.trim() === "") return undefined;
  let url: URL;
  try {
    url = new URL(address, page);
  } catch {
    return undefined;
  }
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}
