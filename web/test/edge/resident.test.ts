import { afterEach, expect, test } from "vitest";
import { fromDisk, manifest, startWorker, type Worker } from "./worker.ts";

let worker: Worker;
afterEach(() => worker.stop());

const queries = ["sofa", "lamp", "rug", "oak table", "linen", "chair", "", "mirror", "wool", "shelf"];

test("one program answers many requests, one after the other", async () => {
  worker = await startWorker();
  const instances = new Set<string | null>();
  for (let i = 0; i < 100; i++) {
    const { status, body, instance } = await worker.get(`/v1/search?q=${queries[i % queries.length]}`);
    expect(status).toBe(200);
    expect(body.query).toBe(queries[i % queries.length]);
    instances.add(instance);
  }
  expect([...instances]).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
});

test("fifty requests that start a cold Worker share one program and one copy of the bundle", async () => {
  const fetched: string[] = [];
  worker = await startWorker({
    assets: async (file, request) => {
      fetched.push(file);
      // Long enough for every request to arrive before the first file does.
      await new Promise((resolve) => setTimeout(resolve, 100));
      return fromDisk(file, request);
    },
  });
  const ask = (i: number) => worker.get(`/v1/search?q=${queries[i % queries.length]}&offset=${i % 5}`);
  const fifty = Array.from({ length: 50 }, (_, i) => i);

  const cold = await Promise.all(fifty.map(ask));
  expect(cold.map(({ status }) => status)).toEqual(fifty.map(() => 200));
  expect(new Set(cold.map(({ instance }) => instance)).size).toBe(1);
  expect(new Set(fetched).size).toBe(fetched.length);

  const times = fetched.length;
  const warm = await Promise.all(fifty.map(ask));
  const withoutTime = ({ body, ...rest }: Awaited<ReturnType<typeof ask>>) => ({ ...rest, ...body, engine_ms: 0 });
  expect(warm.map(withoutTime)).toEqual(cold.map(withoutTime));
  expect(fetched.length).toBe(times);
});

test("a caller that leaves takes nothing with it: those who wait are answered", async () => {
  let arrived = () => {};
  const begun = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  worker = await startWorker({
    assets: async (file, request) => {
      arrived();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return fromDisk(file, request);
    },
  });
  const leaving = new AbortController();
  const first = worker.get("/v1/search?q=lamp", { signal: leaving.signal });
  first.catch(() => {});
  await begun;
  const others = Promise.all([worker.get("/v1/search?q=sofa"), worker.get("/v1/search?q=rug")]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  leaving.abort();
  await expect(first).rejects.toThrow();
  expect((await others).map(({ status }) => status)).toEqual([200, 200]);
});

test("a file arrives although the request under which it was asked for has been answered", async () => {
  // All requests wait for the bundle, so that one of them begins to fetch every
  // chunk of cards; the first chunk answers the most of them long before the rest.
  const slow = 300;
  worker = await startWorker({
    assets: async (file, request) => {
      await new Promise((resolve) => setTimeout(resolve, /^cards-(?!000)/.test(file) ? slow : 50));
      return fromDisk(file, request);
    },
  });
  const { products, cards } = manifest();
  expect(cards.length).toBeGreaterThan(1);
  const offsets = Array.from({ length: 30 }, (_, i) => Math.floor((i * products) / 30));
  const answers = await Promise.all(offsets.map((offset) => worker.get(`/v1/search?limit=1&offset=${offset}`)));
  expect(answers.map(({ status }) => status)).toEqual(offsets.map(() => 200));
  expect(new Set(answers.map(({ body }) => body.hits[0].id)).size).toBe(offsets.length);
});
