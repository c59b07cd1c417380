// Times the workload that comes on stdin as JSON, on the bundle in the first
// argument, and prints the measurement as JSON.

import { readFileSync } from "node:fs";
import { ask } from "./ask.mjs";
import { instrument } from "./instrument.mjs";

const watched = instrument();
const { open } = await import("../../dist/node.mjs");

const workload = JSON.parse(readFileSync(0, "utf8"));
const begin = performance.now();
const engine = await open(process.argv[2]);
const end = performance.now();
const { start, started } = watched();
const times = await ask(engine, workload);
const { memoryBytes } = watched();
engine.close();
const opened = { open: end - begin, start, bundle: performance.timeOrigin + end - started };
process.stdout.write(JSON.stringify({ ...opened, ...times, memoryBytes }));
