// The page's side of the bench in Chromium: visit() and measure() are called from
// outside, each on a page of its own.

import { openEngine } from "/dist/engine.js";
import { ask } from "./ask.mjs";

const OriginalWorker = Worker;

/** Starts the worker that watches in place of the one that it watches. */
globalThis.Worker = class extends OriginalWorker {
  constructor(script, options) {
    super(`/bench/worker.mjs?script=${encodeURIComponent(script)}`, options);
  }
};

function watched() {
  const channel = new BroadcastChannel("bench");
  return new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      channel.close();
      resolve(data);
    };
    channel.postMessage("ask");
  });
}

/** Searches are timed with both stages of the ranking, where training kept the second. */
async function untilSecondStage(engine) {
  const { parts } = await (await fetch("/bundle/manifest.json")).json();
  if (!parts.some(({ name }) => name === "embeddings")) return;
  const deadline = performance.now() + 30_000;
  while (!(await engine.health()).second_stage) {
    if (performance.now() > deadline) throw new Error("the second stage is not there after 30 s");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const options = { bundle: "/bundle/" };
/** Chromium keeps compiled code once none has been added for two seconds. */
const KEEPING = 3000;

/** A visit before the one that is measured. */
globalThis.visit = async (workload) => {
  const engine = await openEngine(options);
  await untilSecondStage(engine);
  await ask(engine, { ...workload, keystrokes: [] });
  await new Promise((resolve) => setTimeout(resolve, KEEPING));
};

globalThis.measure = async (workload) => {
  const begin = performance.now();
  const engine = await openEngine(options);
  const end = performance.now();
  const { started } = await watched();
  await untilSecondStage(engine);
  const times = await ask(engine, workload);
  const { memoryBytes } = await watched();
  engine.close();
  const start = started - performance.timeOrigin - begin;
  return { open: end - begin, start, bundle: end - begin - start, ...times, memoryBytes };
};
