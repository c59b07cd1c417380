import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { Site } from "./site.ts";

/** What a server or a network may do to an answer; content is what it should have been. */
export type Fault = (response: ServerResponse, content: Buffer) => void;

export const FAULTS: Record<string, Fault> = {
  "is gone": (response) => response.writeHead(404).end(),
  "meets a server error": (response) => response.writeHead(503).end(),
  "loses its connection": (response) => response.destroy(),
  "breaks off": (response, content) => {
    response.writeHead(200, { "Content-Length": content.length });
    response.write(content.subarray(0, content.length >> 1), () => setTimeout(() => response.destroy(), 50));
  },
  "stalls before its first byte": () => {},
  "stalls halfway": (response, content) => {
    response.writeHead(200, { "Content-Length": content.length });
    response.write(content.subarray(0, content.length >> 1));
  },
  "is truncated, and kept by the cache": (response, content) =>
    forEver(response).end(content.subarray(0, content.length >> 1)),
  "is a page of the network's, and kept by the cache": (response) =>
    forEver(response).writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Log in</title>"),
};

/** Makes the first answers about the files that match go wrong; returns how many have. */
export function fail(site: Site, file: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY): () => number {
  let failed = 0;
  site.intercept = (path, response) => {
    if (!file.test(path) || failed >= times) {
      return false;
    }
    failed++;
    fault(response, contentOf(site, path));
    return true;
  };
  return () => failed;
}

function contentOf(site: Site, path: string): Buffer {
  const [prefix, folder] = Object.entries(site.folders).find(([each]) => path.startsWith(each)) ?? ["", ""];
  return readFileSync(join(folder, path.slice(prefix.length)));
}

function forEver(response: ServerResponse): ServerResponse {
  return response.setHeader("Cache-Control", "max-age=31536000, immutable");
}
