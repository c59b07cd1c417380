import { folderAddress } from "../core/address.ts";
import type { Found } from "../core/answer.ts";
import type { Health, SearchRequest, SuggestRequest, SuggestResponse } from "../core/wire.ts";
import { connect } from "./connection.ts";
import { earlyManifest, earlyModule } from "./early.ts";
import { toVitrineError, VitrineError } from "./errors.ts";
import { Expected } from "./expected.ts";
import { Keep } from "./keep.ts";
import { LIMITS } from "./limits.ts";
import type { Requests } from "./protocol.ts";
import { Returning } from "./returning.ts";
import { Session } from "./session.ts";
import { hitsThere } from "./there.ts";
import { type WasmRequest, wasmAddress } from "./wasm_request.ts";

export type { Found } from "../core/answer.ts";
export type * from "../core/wire.ts";
export { type ErrorCode, VitrineError } from "./errors.ts";

/** The file name that web/build.mjs gives, with a hash in it. */
declare const VITRINE_WORKER: string;

export interface EngineOptions {
  /** The address of the bundle's folder, relative to the page. */
  bundle: string | URL;
  /** The address of vitrine.wasm; by default it lies beside this script. */
  wasm?: string | URL;
  /** A request for vitrine.wasm that the page has sent already; it is used once. */
  earlyWasm?: WasmRequest;
  /** Whether to run in a web worker where possible (the default) or in the page. */
  worker?: boolean;
  /**
   * Which display cards are fetched: those that are "shown" (the default), or "all" once
   * the bundle is open, so that no request depends on what is searched for.
   */
  cards?: "shown" | "all";
  /** Milliseconds until opening, or one answer, fails with "timeout". */
  openTimeout?: number;
  answerTimeout?: number;
  /** Milliseconds without a byte after which a transfer is given up and tried again. */
  stallTimeout?: number;
  /** Milliseconds that the network has to bring the manifest, where the last visit's is kept. */
  manifestTimeout?: number;
  /** Milliseconds after which a shopper who comes back or searches on may find a new bundle. */
  checkInterval?: number;
  /**
   * Is told of what went wrong and does not keep the engine from answering, such as a
   * second stage of the ranking that cannot be loaded; by default the console is.
   */
  onWarning?: (warning: VitrineError) => void;
}

export interface AnswerOptions {
  /** Gives the call up; it fails with "aborted". */
  signal?: AbortSignal;
}

/** An engine with one bundle open. Every call fails with a VitrineError. */
export interface EngineClient {
  search(request: SearchRequest, options?: AnswerOptions): Promise<Found>;
  /** A string is short for {query}. */
  suggest(request: SuggestRequest | string, options?: AnswerOptions): Promise<SuggestResponse>;
  health(): Promise<Health>;
  /**
   * Settles when the second stage of the ranking is loaded: from then on answers are by
   * both. Where it cannot be had it stays pending, and onWarning is told why.
   */
  readonly completed: Promise<void>;
  /** The bundle that was opened, by the file of its lexicon; an endpoint does not say. */
  readonly bundle?: string | undefined;
  /** Ends the engine; calls in flight and later ones fail with "closed". */
  close(): void;
}

/**
 * Starts an engine and opens a bundle. It may be called again after a failure.
 *
 * An engine that hangs or dies is replaced, and the calls that were in flight
 * are asked once more.
 */
export async function openEngine(options: EngineOptions): Promise<EngineClient> {
  const client = new Client(options);
  try {
    client.bundle = (await client.open()).bundle;
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

class Client implements EngineClient {
  readonly #options: EngineOptions;
  readonly #completed = new Expected<void>();
  readonly completed = this.#completed.value;
  bundle: string | undefined;
  readonly #returning: Returning;
  #session: Promise<Session> | undefined;
  #closed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#returning = new Returning(() => void this.#refresh(), options.checkInterval);
  }

  async search(request: SearchRequest, options?: AnswerOptions): Promise<Found> {
    try {
      return JSON.parse(await this.#call("search", request, options?.signal));
    } catch (failure) {
      return hitsThere(failure, request, (hit) => this.#call("hit", hit, options?.signal));
    }
  }

  async suggest(request: SuggestRequest | string, options?: AnswerOptions): Promise<SuggestResponse> {
    const whole = typeof request === "string" ? { query: request } : request;
    return JSON.parse(await this.#call("suggest", whole, options?.signal));
  }

  async health(): Promise<Health> {
    return JSON.parse(await this.#call("health", null));
  }

  close(): void {
    this.#closed = true;
    this.#returning.end();
    void this.#session?.then((session) => session.end(closed())).catch(() => {});
  }

  async #refresh(): Promise<void> {
    (await this.#session?.catch(() => undefined))?.refresh();
  }

  /** Returns the session, which is made on the first call and after a failure. */
  async open(): Promise<Session> {
    if (this.#closed) {
      throw closed();
    }
    const current = this.#session;
    if (current) {
      const session = await current;
      if (!session.failed || this.#closed) {
        return session;
      }
    }
    return this.#reopen(current);
  }

  /** Replaces the session, once for all calls that found the same one wanting. */
  #reopen(wanting: Promise<Session> | undefined): Promise<Session> {
    if (this.#session !== wanting && this.#session) {
      return this.#session;
    }
    const session = startSession(this.#options, this.#completed.settle);
    this.#session = session;
    session.catch(() => {
      if (this.#session === session) {
        this.#session = undefined;
      }
    });
    return session;
  }

  async #call<M extends keyof Requests>(method: M, request: Requests[M], signal?: AbortSignal): Promise<string> {
    const options = { timeout: this.#options.answerTimeout ?? 30_000, signal };
    this.#returning.notice();
    try {
      return await (await this.open()).call(method, request, options);
    } catch (error) {
      if (toVitrineError(error).code !== "crashed" || this.#closed) {
        throw error;
      }
    }
    return (await this.open()).call(method, request, options);
  }
}

async function startSession(options: EngineOptions, onCompleted: () => void): Promise<Session> {
  const { bundle, wasm, worker = true, openTimeout = 120_000, onWarning = toConsole } = options;
  const limits = {
    stall: options.stallTimeout ?? LIMITS.stall,
    manifest: options.manifestTimeout ?? LIMITS.manifest,
  };
  const places = {
    limits,
    allCards: options.cards === "all",
    bundle: folderAddress(bundle, document.baseURI),
    wasm: wasmAddress(wasm),
  };
  const arriving = [
    earlyManifest(places.bundle, limits.stall).then((manifest) => ({ manifest })),
    earlyModule(places.wasm, new Keep(places.bundle), limits.stall, options.earlyWasm).then((module) => ({ module })),
  ];
  const connection = await connect(new URL(VITRINE_WORKER, import.meta.url), worker, {
    start: { start: places },
    arriving,
  });
  const session = new Session(connection, onWarning, onCompleted);
  try {
    session.bundle = JSON.parse(await session.call("open", null, { timeout: openTimeout })) ?? undefined;
    return session;
  } catch (error) {
    session.end(closed());
    throw error;
  }
}

function toConsole(warning: VitrineError): void {
  console.warn(`vitrine: ${warning.message}`);
}

function closed(): VitrineError {
  return new VitrineError("closed", "the engine was closed");
}
