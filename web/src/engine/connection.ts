import { VitrineError } from "./errors.ts";
import type { Arrived, Port, Start, ToEngine, ToPage } from "./protocol.ts";

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

/** A worker that does not even say that it is ready, in milliseconds. */
const READY_TIMEOUT = 20_000;

/**
 * Connects to a new engine: in a web worker or, where none can start (a
 * Content-Security-Policy, an old browser, a blocked blob), in the page itself.
 */
export async function connect(script: URL, preferWorker: boolean, beginning: Beginning): Promise<Connection> {
  if (preferWorker && typeof Worker === "function") {
    try {
      return await connectWorker(script, beginning);
    } catch (error) {
      console.warn(`vitrine: no web worker (${(error as Error).message}); the engine runs in the page`);
    }
  }
  return connectPage(script, beginning);
}

/** The messages wait in the port until the engine's script runs. */
function begin(port: Port<ToPage, ToEngine>, { start, arriving }: Beginning): void {
  port.postMessage(start);
  for (const message of arriving) {
    void message.then((arrived) => port.postMessage(arrived));
  }
}

async function connectWorker(script: URL, beginning: Beginning): Promise<Connection> {
  const worker = startWorker(script);
  begin(worker as Port<ToPage, ToEngine>, beginning);
  const connection: Connection = {
    port: worker as Port<ToPage, ToEngine>,
    onfailure: () => {},
    close: () => worker.terminate(),
  };
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("it does not start")), READY_TIMEOUT);
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        outcome();
      };
      worker.onmessage = () => settle(resolve);
      worker.onerror = (event) => settle(() => reject(new Error(event.message || "its script cannot be loaded")));
    });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  worker.onerror = (event) => connection.onfailure(event.message);
  worker.onmessageerror = () => connection.onfailure("a message could not be read");
  return connection;
}

/**
 * A worker's script must be of the page's origin. One from elsewhere, such as a
 * CDN, is imported by a script that is.
 */
function startWorker(script: URL): Worker {
  const options: WorkerOptions = { type: "module", name: "vitrine" };
  if (script.origin === location.origin) {
    return new Worker(trusted(script.href), options);
  }
  const stub = new Blob([`import ${JSON.stringify(script.href)};`], { type: "text/javascript" });
  const address = URL.createObjectURL(stub);
  try {
    return new Worker(trusted(address), options);
  } finally {
    // The fetch of the script has begun; it does not need the address any more.
    setTimeout(() => URL.revokeObjectURL(address), READY_TIMEOUT);
  }
}

interface AddressPolicy {
  createScriptURL(address: string): string;
}

/** Not in TypeScript's own library yet. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: AddressPolicy): AddressPolicy;
}

let policy: AddressPolicy | undefined;

/**
 * The address of our own worker, vouched for where the page enforces Trusted
 * Types. A page that names its policies must name "vitrine" and "lit-html".
 */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  policy ??= trustedTypes?.createPolicy("vitrine", { createScriptURL: (own) => own });
  return policy?.createScriptURL(address) ?? address;
}

async function connectPage(script: URL, beginning: Beginning): Promise<Connection> {
  let module: WorkerModule;
  try {
    module = await import(script.href);
  } catch (error) {
    throw new VitrineError("unsupported", `${script.href}: ${(error as Error).message} (upload dist/ whole)`, {
      cause: error,
    });
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
