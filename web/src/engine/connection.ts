import { VitrineError } from "./errors.ts";
import { fetchBytes, fetchOnce, isUseless } from "./fetch.ts";
import type { Arrived, Port, Start, ToEngine, ToPage } from "./protocol.ts";
import { startText, startWorker } from "./start_worker.ts";

/** What an engine is told, wherever it starts: at once, and when it is there. */
export interface Beginning {
  start: Start;
  arriving: Promise<Arrived>[];
}

/** A port to an engine that runs, and has begun to open its bundle. */
export interface Connection {
  port: Port<ToPage, ToEngine>;
  /** Called when the worker fails by itself; no answer comes any more. */
  onfailure: (reason: string) => void;
  close(): void;
}

/** What the worker's module exports to a page that runs it itself. */
interface WorkerModule {
  serve(port: Port<ToEngine, ToPage>): void;
}

/** The worker cannot start because the page's policy forbids it. */
class Forbidden extends Error {}

/**
 * Connects to a new engine: in a web worker or, where none can start (a
 * Content-Security-Policy, an old browser, a blocked blob), in the page itself.
 */
export async function connect(script: URL, preferWorker: boolean, beginning: Beginning): Promise<Connection> {
  const { stall } = beginning.start.start.limits;
  if (preferWorker && typeof Worker === "function") {
    try {
      return await connectWorker(() => startWorker(script), beginning);
    } catch (error) {
      const connection = error instanceof Forbidden ? undefined : await connectAgain(script, beginning, stall);
      if (connection) {
        return connection;
      }
      console.warn(`vitrine: no web worker (${(error as Error).message}); the engine runs in the page`);
    }
  }
  return connectPage(script, beginning);
}

/**
 * Tries once more to start a worker whose script did not come or was damaged: after it
 * was fetched, which repeats what fails, and then from its text.
 */
async function connectAgain(script: URL, beginning: Beginning, stall: number): Promise<Connection | undefined> {
  let text: string;
  try {
    text = await textOf(script, stall);
  } catch (error) {
    throw unavailable(script, error);
  }
  for (const start of [() => startWorker(script), () => startText(text)]) {
    try {
      return await connectWorker(start, beginning);
    } catch {
      // The page's policy may allow neither.
    }
  }
  return undefined;
}

/** Fetches a script past the cache, which may hold a damaged copy; without a network that copy must do. */
async function textOf(script: URL, stall: number): Promise<string> {
  const fromCache = () => fetchOnce(script.href, { cache: "force-cache", stall });
  const { bytes } = navigator.onLine
    ? await fetchBytes(script.href, { cache: "reload", stall }).catch((error) => {
        if (isUseless(error)) {
          throw error;
        }
        return fromCache();
      })
    : await fromCache();
  return new TextDecoder().decode(bytes);
}

/** The messages wait in the port until the engine's script runs. */
function begin(port: Port<ToPage, ToEngine>, { start, arriving }: Beginning): void {
  port.postMessage(start);
  for (const message of arriving) {
    void message.then((arrived) => port.postMessage(arrived));
  }
}

async function connectWorker(start: () => Worker, beginning: Beginning): Promise<Connection> {
  const worker = start();
  begin(worker as Port<ToPage, ToEngine>, beginning);
  const connection: Connection = {
    port: worker as Port<ToPage, ToEngine>,
    onfailure: () => {},
    close: () => worker.terminate(),
  };
  try {
    await untilReady(worker, beginning.start.start.limits.stall);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  worker.onerror = (event) => connection.onfailure(event.message);
  worker.onmessageerror = () => connection.onfailure("a message could not be read");
  return connection;
}

/** Waits for the worker's first message. */
async function untilReady(worker: Worker, limit: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forbidden = false;
  const violated = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    forbidden ||= effectiveDirective === "worker-src";
  };
  document.addEventListener("securitypolicyviolation", violated);
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("it does not start")), limit);
      worker.onmessage = () => resolve();
      worker.onerror = ({ message }) => {
        const reason = message || "its script cannot be loaded";
        reject(forbidden ? new Forbidden("the page's policy forbids it") : new Error(reason));
      };
    });
  } finally {
    clearTimeout(timer);
    document.removeEventListener("securitypolicyviolation", violated);
  }
}

async function connectPage(script: URL, beginning: Beginning): Promise<Connection> {
  let module: WorkerModule;
  try {
    module = await import(script.href);
  } catch (error) {
    throw unavailable(script, error);
  }
  const { port1, port2 } = new MessageChannel();
  begin(port1, beginning);
  module.serve(port2);
  return {
    port: port1,
    onfailure: () => {},
    close: () => {
      port1.postMessage({ close: true });
      port1.close();
    },
  };
}

function unavailable(script: URL, cause: unknown): VitrineError {
  return new VitrineError("unavailable", `${script.href}: ${(cause as Error).message} (upload dist/ whole)`, { cause });
}
