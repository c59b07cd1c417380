/** A folder's address, and which addresses of a merchant's data may be followed or shown. */

/** A folder's address, made absolute against the page's: with a slash at its end. */
export function folderAddress(folder: string | URL, page: string): string {
  return new URL(`${folder}`.replace(/\/?$/, "/"), page).href;
}

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
