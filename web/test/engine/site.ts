import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** A web server on this machine whose answers a test may change while it runs. */
export interface Site {
  /** Without a slash at its end. */
  address: string;
  /** The paths asked for so far, with their query. */
  requests: string[];
  /** Folders by the path's prefix, such as "/bundle/". */
  folders: Record<string, string>;
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** Answers a request itself, where it returns true. */
  intercept: (path: string, response: ServerResponse, request: IncomingMessage) => boolean;
  close(): Promise<void>;
}

/** Serves folders, and an empty page at "/". */
export async function startSite(folders: Record<string, string>): Promise<Site> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname;
    site.requests.push(request.url ?? "");
    for (const [name, value] of Object.entries(site.headers)) {
      response.setHeader(name, value);
    }
    if (site.intercept(path, response, request)) {
      return;
    }
    const content = path === "/" ? "<!doctype html><title>Shop</title>" : await contentOf(site.folders, path);
    if (content !== undefined && !response.hasHeader("Content-Type")) {
      response.setHeader("Content-Type", TYPES[extname(path) || ".html"] ?? "application/octet-stream");
    }
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site: Site = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    folders,
    headers: {},
    intercept: () => false,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return site;
}

async function contentOf(folders: Record<string, string>, path: string): Promise<Uint8Array | undefined> {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (path.startsWith(prefix)) {
      return readFile(join(folder, path.slice(prefix.length))).catch(() => undefined);
    }
  }
  return undefined;
}
