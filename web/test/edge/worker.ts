// Runs dist/edge in workerd: the modules, the configuration and the assets that
// `wrangler deploy` uploads.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Miniflare, type Request as WorkerRequest, Response as WorkerResponse } from "miniflare";
import { vi } from "vitest";
import { unstable_getMiniflareWorkerOptions } from "wrangler";

// A test may start several Workers while the other suites keep the machine busy.
vi.setConfig({ testTimeout: 90_000 });

export const project = resolve(import.meta.dirname, "../../..");
export const folder = join(project, "dist/edge");
export const configuration = join(folder, "wrangler.jsonc");

/** Brings one file of the bundle, in place of the Worker's static assets. */
export type Assets = (file: string, request: WorkerRequest) => Promise<WorkerResponse> | WorkerResponse;

export interface Options {
  assets?: Assets;
  variables?: Record<string, string>;
  /** Another Go program in the place of edge.wasm. */
  program?: Uint8Array;
}

export interface Worker {
  /** Sends one request; the path may have parameters. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The answer to a GET as JSON, with the Go program that gave it. */
  get(path: string, init?: RequestInit): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
  body: any;
  instance: string | null;
}

/** Starts a Worker of its own: a fresh isolate that has opened nothing yet. */
export async function startWorker(options: Options = {}): Promise<Worker> {
  if (!existsSync(configuration)) {
    throw new Error("there is no dist/edge (hint: ./build.sh edge makes it)");
  }
  const { workerOptions } = unstable_getMiniflareWorkerOptions(configuration);
  const { assets } = options;
  const miniflare = new Miniflare({
    ...workerOptions,
    bindings: { ...workerOptions.bindings, ...options.variables },
    modulesRoot: folder,
    modules: [
      ...["worker.mjs", "resident.mjs", "wasm_exec.js"].map((name) => ({ type: "ESModule", path: join(folder, name) })),
      {
        type: "CompiledWasm",
        path: join(folder, "edge.wasm"),
        contents: options.program ?? readFileSync(join(folder, "edge.wasm")),
      },
      { type: "CompiledWasm", path: join(folder, "kernel.wasm") },
    ],
    ...(assets && {
      assets: undefined,
      serviceBindings: { ASSETS: (request: WorkerRequest) => assets(fileOf(request), request) },
    }),
  } as ConstructorParameters<typeof Miniflare>[0]);
  const base = await miniflare.ready;
  const send = (path: string, init?: RequestInit) => fetch(new URL(path, base), init);
  return {
    fetch: send,
    async get(path, init) {
      const response = await send(path, init);
      return {
        status: response.status,
        body: await response.json(),
        instance: response.headers.get("vitrine-instance"),
      };
    },
    stop: () => miniflare.dispose(),
  };
}

/** What the deployed bundle's manifest says. */
export function manifest(): Manifest {
  return JSON.parse(readFileSync(join(folder, "assets/bundle/manifest.json"), "utf8"));
}

interface Manifest {
  format: number;
  shop: string;
  products: number;
  parts: { file: string; bytes: number }[];
  cards: { file: string; bytes: number }[];
}

/** The bundle's files as they are on disk. */
export const fromDisk: Assets = (file) => new WorkerResponse(readFileSync(join(folder, "assets/bundle", file)));

export const notFound = () => new WorkerResponse("not found", { status: 404 });

export const nonsense = () => new WorkerResponse("<!doctype html>");

function fileOf(request: WorkerRequest): string {
  return new URL(request.url).pathname.replace(/^\/bundle\//, "");
}
