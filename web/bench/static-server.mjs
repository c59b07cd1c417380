// Serves folders on this machine. Its pages are isolated from other origins,
// since only then are a browser's clocks exact to five microseconds instead of a
// hundred.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/**
 * @param {Record<string, string>} folders by the path's prefix, such as "/bundle/"
 * @returns {Promise<{address: string, close: () => Promise<void>}>}
 */
export async function serveFolders(folders) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const prefix = Object.keys(folders).find((each) => path.startsWith(each));
    const file = prefix && join(folders[prefix], path.slice(prefix.length));
    const content = file && (await readFile(file).catch(() => undefined));
    response.writeHead(content ? 200 : 404, {
      "Content-Type": types[extname(path)] ?? "application/octet-stream",
      // As a shop's host sends them: only the manifest has a name that stays.
      "Cache-Control": path.endsWith("/manifest.json") ? "no-cache" : "max-age=31536000, immutable",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
