import { afterEach, expect, test } from "vitest";
import { type Assets, fromDisk, nonsense, notFound, startWorker, type Worker } from "./worker.ts";

let worker: Worker;
afterEach(() => worker.stop());

/** Starts a Worker whose assets fail as told until they are mended. */
async function startBroken(broken: Assets) {
  let assets = broken;
  worker = await startWorker({ assets: (file, request) => assets(file, request) });
  return () => {
    assets = fromDisk;
  };
}

const failures: [string, Assets, string, string][] = [
  ["there is no manifest", notFound, "bundle_missing", "manifest.json"],
  ["the manifest is no JSON", nonsense, "bundle_corrupt", "manifest.json"],
  [
    "a part is missing",
    (file, request) => (file.startsWith("lexicon") ? notFound() : fromDisk(file, request)),
    "bundle_missing",
    "lexicon",
  ],
  [
    "a part is something else",
    (file, request) => (file.startsWith("lexicon") ? nonsense() : fromDisk(file, request)),
    "not_a_bundle",
    "lexicon",
  ],
];

for (const [name, broken, code, file] of failures) {
  test(`when ${name}, requests are told so until it is mended`, async () => {
    const mend = await startBroken(broken);
    for (const path of ["/v1/search?q=lamp", "/v1/health"]) {
      const { status, body } = await worker.get(path);
      expect(status).toBe(503);
      expect(body).toEqual({ code, message: expect.stringContaining(file) });
    }
    mend();
    expect((await worker.get("/v1/search?q=lamp")).status).toBe(200);
  });
}

test("a chunk of cards that cannot be had fails its searches only, and is asked for again", async () => {
  const mend = await startBroken((file, request) => (file.startsWith("cards") ? notFound() : fromDisk(file, request)));
  const failed = await worker.get("/v1/search?q=lamp");
  expect(failed).toMatchObject({ status: 503, body: { code: "bundle_missing" } });
  const health = await worker.get("/v1/health");
  expect(health.status).toBe(200);
  mend();
  const mended = await worker.get("/v1/search?q=lamp");
  expect(mended.status).toBe(200);
  expect(mended.instance).toBe(health.instance);
});

test("without its second stage, a Worker ranks by the first", async () => {
  await startBroken((file, request) => (file.startsWith("embeddings") ? notFound() : fromDisk(file, request)));
  expect(await worker.get("/v1/search?q=lamp")).toMatchObject({ status: 200, body: { total: expect.any(Number) } });
  expect(await worker.get("/v1/health")).toMatchObject({ status: 200, body: { second_stage: false } });
});

test("a wrong setting stops the program, and the log says which", async () => {
  worker = await startWorker({ variables: { VITRINE_MAX_AGE: "an hour" } });
  expect(await worker.get("/v1/health")).toMatchObject({ status: 503, body: { code: "crashed" } });
});
