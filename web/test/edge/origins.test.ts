import { afterEach, expect, test } from "vitest";
import { notFound, startWorker, type Worker } from "./worker.ts";

let worker: Worker;
afterEach(() => worker.stop());

const shop = "https://shop.example";

test("only the pages of the configured origins may read answers and errors", async () => {
  worker = await startWorker({ variables: { VITRINE_ORIGINS: `https://www.shop.example, ${shop}` } });
  for (const path of ["/v1/search?q=lamp", "/v1/search?limit=x", "/v1/else"]) {
    const allowed = await worker.fetch(path, { headers: { origin: shop } });
    expect(allowed.headers.get("access-control-allow-origin")).toBe(shop);
    expect(allowed.headers.get("vary")).toContain("Origin");
    const refused = await worker.fetch(path, { headers: { origin: "https://evil.example" } });
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("a browser that asks first is answered without opening the bundle", async () => {
  worker = await startWorker({ assets: notFound });
  const response = await worker.fetch("/v1/search", {
    method: "OPTIONS",
    headers: { origin: shop, "access-control-request-method": "GET" },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
});

test("a page may read why the bundle cannot be opened", async () => {
  worker = await startWorker({ assets: notFound });
  const response = await worker.fetch("/v1/search?q=lamp", { headers: { origin: shop } });
  expect(response.status).toBe(503);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
});
