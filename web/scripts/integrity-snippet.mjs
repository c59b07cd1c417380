import { createHash } from "node:crypto";

/**
 * What a page says so that its browser checks the scripts: `importMap` for those that
 * the tag loads, `tag` with its own digest, and `source`, which lets a policy without
 * 'unsafe-inline' bear the import map. `digests` is dist/integrity.json; `folder` is the
 * address of the scripts' folder, absolute or relative to the page.
 *
 * @param {Record<string, string>} digests
 * @param {string} folder
 */
export function snippet(digests, folder) {
  const at = folder.endsWith("/") ? folder : `${folder}/`;
  // A name without a scheme or a slash before it would be a bare one, which says nothing.
  const base = /^(\w+:|\.{0,2}\/)/.test(at) ? at : `./${at}`;
  const integrity = Object.fromEntries(Object.entries(digests).map(([name, digest]) => [base + name, digest]));
  const map = JSON.stringify({ integrity }, null, 2);
  return {
    source: `'sha256-${createHash("sha256").update(map).digest("base64")}'`,
    importMap: `<script type="importmap">${map}</script>`,
    tag: `<script type="module" src="${base}vitrine.js" integrity="${digests["vitrine.js"]}" crossorigin data-bundle="/bundle/" data-input="#search"></script>`,
  };
}
