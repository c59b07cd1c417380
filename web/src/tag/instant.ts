import { folderAddress } from "../core/address.ts";

const tables = new Map<string, Promise<unknown>>();

/**
 * Fetches the bundle's answers to the first letters, once; undefined where they cannot
 * be had, since nothing but the waiting depends on them.
 */
export function fetchInstant(bundle: string): Promise<unknown> {
  const folder = folderAddress(bundle, document.baseURI);
  let table = tables.get(folder);
  if (table === undefined) {
    table = fetch(`${folder}instant.json`, { cache: "no-cache", priority: "high" })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    tables.set(folder, table);
  }
  return table;
}
