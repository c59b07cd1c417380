import { afterAll, beforeAll, expect, test } from "vitest";
import { manifest, startWorker, type Worker } from "./worker.ts";

const bundle = manifest();
const [part] = bundle.parts;

let worker: Worker;
beforeAll(async () => {
  worker = await startWorker();
});
afterAll(() => worker.stop());

test("health says what is open", async () => {
  const { status, body } = await worker.get("/v1/health");
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: "ok", format: bundle.format, shop: bundle.shop, products: bundle.products });
  expect(body.simd).toBe(true);
  expect(body.second_stage, "an isolate has both stages from its first answer on").toBe(true);
});

test("a search finds products, with cards and facets", async () => {
  const { status, body } = await worker.get("/v1/search?q=sofa&limit=3");
  expect(status).toBe(200);
  expect(body.hits).toHaveLength(3);
  expect(body.hits[0].title.toLowerCase()).toContain("sofa");
  expect(body.total).toBeGreaterThanOrEqual(3);
  expect(Object.keys(body.facets).length).toBeGreaterThan(0);
});

test("pages of a search follow each other", async () => {
  const ids = async (parameters: string) =>
    (await worker.get(`/v1/search?q=sofa&${parameters}`)).body.hits.map((hit: { id: string }) => hit.id);
  expect([...(await ids("limit=2")), ...(await ids("limit=2&offset=2"))]).toEqual(await ids("limit=4"));
});

test("filters reach the engine: the counts of a facet come true", async () => {
  const { body: all } = await worker.get("/v1/search");
  const [first, second] = all.facets.brand;
  const both = new URLSearchParams([
    ["filter.brand", first.value],
    ["filter.brand", second.value],
    ["limit", "100"],
  ]);
  const { body } = await worker.get(`/v1/search?${both}`);
  expect(body.total).toBe(first.count + second.count);
  expect(new Set(body.hits.map((hit: { brand: string }) => hit.brand))).toEqual(new Set([first.value, second.value]));
});

test("ranges and sorting reach the engine", async () => {
  const { body: all } = await worker.get("/v1/search");
  const { body: cheap } = await worker.get("/v1/search?max.price=50&sort=price_asc");
  const { body: dear } = await worker.get("/v1/search?min.price=50.01&sort=price_desc");
  expect(cheap.total).toBeGreaterThan(0);
  expect(dear.total).toBeGreaterThan(0);
  // A product with variants on both sides of 50 is in both.
  expect(cheap.total + dear.total).toBeGreaterThanOrEqual(all.total);
  expect(dear.hits[0].price).toBeGreaterThan(cheap.hits[0].price);
});

test("suggestions begin with what was typed", async () => {
  const { status, body } = await worker.get("/v1/suggest?q=so&limit=5");
  expect(status).toBe(200);
  expect(body.suggestions.length).toBeGreaterThan(0);
  expect(body.suggestions.length).toBeLessThanOrEqual(5);
});

test("a bad parameter is named", async () => {
  const { status, body } = await worker.get("/v1/search?limit=many");
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: "bad_request", message: expect.stringContaining("limit") });
});

test("the engine's own objections are bad requests too", async () => {
  const { status, body } = await worker.get("/v1/search?filter.nothing=x");
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: "bad_request", message: expect.stringContaining("nothing") });
});

test("an unknown path and another method are JSON errors", async () => {
  expect(await worker.get("/v1/else")).toMatchObject({ status: 404, body: { code: "not_found" } });
  expect(await worker.get("/v1/search", { method: "POST", body: "q=lamp" })).toMatchObject({
    status: 405,
    body: { code: "method_not_allowed" },
  });
});

test("HEAD has the headers of GET and no body", async () => {
  const get = await worker.fetch("/v1/health");
  const head = await worker.fetch("/v1/health", { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  for (const name of ["content-type", "cache-control", "access-control-allow-origin"]) {
    expect(head.headers.get(name)).toBe(get.headers.get(name));
  }
});

test("answers may be kept as long as the configuration says, errors never", async () => {
  const answer = await worker.fetch("/v1/search?q=lamp");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  const error = await worker.fetch("/v1/search?limit=0");
  expect(error.headers.get("cache-control")).toBe("no-store");
});

test("the bundle's files are served as well, the parts for ever", async () => {
  const response = await worker.fetch(`/bundle/${part?.file}`);
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBe(part?.bytes);
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const named = await worker.fetch("/bundle/manifest.json");
  expect(await named.json()).toEqual(bundle);
  expect(named.headers.get("cache-control")).toBe("no-cache");
  const instant = await worker.fetch("/bundle/instant.json");
  expect(await instant.json()).toMatchObject({ format: 1, bundle: expect.stringMatching(/^lexicon-/) });
  expect(instant.headers.get("cache-control")).toBe("no-cache");
});
