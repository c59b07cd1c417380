import type { Connection } from "./connection.ts";
import { toVitrineError, VitrineError } from "./errors.ts";
import type { Warn } from "./host.ts";
import type { Call, Requests, ToPage } from "./protocol.ts";

interface Pending {
  resolve(result: string): void;
  reject(error: VitrineError): void;
}

export interface CallOptions {
  /** Milliseconds until the call fails with "timeout". */
  timeout: number;
  signal?: AbortSignal | undefined;
}

/**
 * Session numbers the calls on one connection and gives each its answer. Once it
 * has failed (a call timed out, the worker died) it answers no more: the calls in
 * flight fail with "crashed", and its owner makes another one.
 */
export class Session {
  readonly #connection: Connection;
  readonly #warn: Warn;
  readonly #onCompleted: () => void;
  readonly #pending = new Map<number, Pending>();
  /** The bundle that was opened, by the file of its lexicon. */
  bundle: string | undefined;
  #lastID = 0;
  #failed: VitrineError | undefined;

  constructor(connection: Connection, warn: Warn, onCompleted: () => void) {
    this.#connection = connection;
    this.#warn = warn;
    this.#onCompleted = onCompleted;
    connection.port.onmessage = ({ data }) => this.#receive(data);
    connection.onfailure = (reason) => this.end(new VitrineError("crashed", `the web worker stopped: ${reason}`));
  }

  /** Whether the session answers no more. */
  get failed(): boolean {
    return this.#failed !== undefined;
  }

  /** Sends one call and waits for the JSON text of its answer. */
  call<M extends keyof Requests>(method: M, request: Requests[M], options: CallOptions): Promise<string> {
    const { signal, timeout } = options;
    return new Promise<string>((resolve, reject) => {
      const early = this.#failed ?? (signal?.aborted ? aborted() : undefined);
      if (early) {
        reject(early);
        return;
      }
      const id = ++this.#lastID;
      const timer = setTimeout(() => {
        this.#take(id)?.reject(new VitrineError("timeout", `no answer to ${method} within ${timeout / 1000} s`));
        this.end(new VitrineError("crashed", "the engine hangs"));
      }, timeout);
      const abort = () => {
        this.#take(id)?.reject(aborted());
        this.#connection.port.postMessage({ cancel: id });
      };
      const settled = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      signal?.addEventListener("abort", abort);
      this.#pending.set(id, {
        resolve: (result) => {
          settled();
          resolve(result);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      });
      this.#send({ id, method, request } as Call);
    });
  }

  /** Has the engine look for a new bundle. */
  refresh(): void {
    if (!this.#failed) {
      this.#connection.port.postMessage({ refresh: true });
    }
  }

  /** Closes the connection; the calls in flight and later ones fail with the error. */
  end(error: VitrineError): void {
    if (this.#failed) {
      return;
    }
    this.#failed = error;
    this.#connection.close();
    for (const id of [...this.#pending.keys()]) {
      this.#take(id)?.reject(error);
    }
  }

  #send(call: Call): void {
    try {
      this.#connection.port.postMessage(call);
    } catch (error) {
      // Functions and the like cannot be cloned.
      this.#take(call.id)?.reject(
        new VitrineError("bad_request", `the request is no plain data: ${(error as Error).message}`),
      );
    }
  }

  #receive(message: ToPage): void {
    if ("warning" in message) {
      this.#warn(toVitrineError(message.warning));
      return;
    }
    if ("completed" in message) {
      this.#onCompleted();
      return;
    }
    if (!("id" in message)) {
      return;
    }
    const pending = this.#take(message.id);
    if ("error" in message) {
      pending?.reject(toVitrineError(message.error));
    } else {
      pending?.resolve(message.result);
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }
}

function aborted(): VitrineError {
  return new VitrineError("aborted", "the call was aborted");
}
