import type { SearchRequest, SuggestRequest } from "../core/wire.ts";
import { BUNDLE_FAULTS, type ErrorCode, toVitrineError, VitrineError } from "./errors.ts";
import { FirstCall } from "./first_call.ts";
import { bundleOf } from "./manifest.ts";
import { type Opened, open, openReranker } from "./open.ts";
import type { Pause, Program } from "./program.ts";
import type { Storage } from "./storage.ts";

/** After these nobody knows what the engine would do the next time. */
const ENGINE_FAULTS: readonly ErrorCode[] = ["internal", "crashed"];

/** Is told of what went wrong and does not keep the engine from answering. */
export type Warn = (warning: VitrineError) => void;

export interface HostOptions {
  warn: Warn;
  /** Is called when the second stage is loaded: answers are by both stages from then on. */
  onCompleted?: () => void;
  /** Where there is none, calls wait while the second stage is made. */
  pause?: Pause;
}

/**
 * Host keeps one engine running on one bundle, whatever happens to it: it starts
 * a new program after a panic or a crash, and opens the bundle anew when a file
 * is gone because the shop has published another one. An engine never sees files
 * of two bundles: it is replaced whole, and calls in flight finish on the old one.
 * Once it answers, it loads the second stage of its ranking; if that fails, the
 * first stage goes on alone, with a warning.
 *
 * The same class runs in the web worker, in a page and in Node.
 */
export class Host {
  readonly #storage: Storage;
  readonly #options: HostOptions;
  /** Whether engines load the second stage: not after it brought one down. */
  #loadsSecondStage = true;
  #current: Promise<Opened>;
  readonly #firstCall = new FirstCall();
  /** Settles when the last call that is asked again has its answer. */
  #lastTurn: Promise<unknown> = Promise.resolve();
  /** The look for another bundle that is under way. */
  #refreshing: Promise<void> | undefined;
  #closed = false;

  private constructor(storage: Storage, options: HostOptions) {
    this.#storage = storage;
    this.#options = options;
    this.#current = this.#start();
  }

  /** Opens the bundle. It fails with the reason as a VitrineError. */
  static async open(storage: Storage, options: HostOptions): Promise<Host> {
    const host = new Host(storage, options);
    await host.#current;
    return host;
  }

  /** Names the bundle that is open, by the file of its lexicon. */
  async bundle(): Promise<string | undefined> {
    return bundleOf((await this.#open()).manifest);
  }

  /** Waits until the second stage is loaded, or given up. */
  async completed(): Promise<void> {
    await (await this.#current).completed;
  }

  /** Answers with the JSON text of a SearchResponse. */
  search(request: SearchRequest, signal?: AbortSignal): Promise<string> {
    return this.#answer((program) => program.search(request, signal));
  }

  /** Answers as search does, but leaves the engine as it is where that fails. */
  async hit(request: SearchRequest, signal?: AbortSignal): Promise<string> {
    return (await this.#open()).program.search(request, signal);
  }

  /** Answers with the JSON text of a SuggestResponse. */
  suggest(request: SuggestRequest, signal?: AbortSignal): Promise<string> {
    return this.#answer((program) => program.suggest(request, signal));
  }

  /** Answers with the JSON text of a Health. */
  health(): Promise<string> {
    return this.#answer((program) => program.health());
  }

  /**
   * Looks whether the shop has published another bundle since, and changes over to it:
   * whole, and only once it is open. The old one answers meanwhile, and goes on where
   * the new one cannot be opened.
   */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#changeOver()
      .catch(() => {})
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  async #changeOver(): Promise<void> {
    const used = await this.#open();
    const current = this.#current;
    if ((await this.#storage.manifest(false)) === used.manifest) {
      return;
    }
    const opened = await this.#start();
    if (this.#closed || this.#current !== current || opened.manifest === used.manifest) {
      opened.program.end();
      return;
    }
    this.#current = Promise.resolve(opened);
    used.successor = this.#current;
    used.program.retire();
  }

  /** Ends the engine; calls in flight and later ones fail as "closed". */
  close(): void {
    this.#closed = true;
    void this.#current.then(({ program }) => program.end()).catch(() => {});
  }

  async #answer(call: (program: Program) => Promise<string>): Promise<string> {
    const used = await this.#open();
    const answered = call(used.program);
    this.#firstCall.note(answered);
    try {
      return await answered;
    } catch (thrown) {
      const error = toVitrineError(thrown);
      if (this.#closed || !(await this.#recover(used, error))) {
        throw error;
      }
    }
    return this.#answerAgain(call);
  }

  /**
   * Asks once more, one call at a time: the one that crashed the engine, if it is
   * among them, must not take the others with it again.
   */
  #answerAgain(call: (program: Program) => Promise<string>): Promise<string> {
    const turn = this.#lastTurn.then(async () => {
      const used = await this.#open();
      try {
        return await call(used.program);
      } catch (thrown) {
        const error = toVitrineError(thrown);
        if (error.code === "crashed") {
          await this.#replace(used);
        }
        throw error;
      }
    });
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  async #open(): Promise<Opened> {
    if (this.#closed) {
      throw new VitrineError("closed", "the engine was closed");
    }
    return this.#current;
  }

  /** Replaces the engine where that helps, and says whether to ask again. */
  async #recover(used: Opened, error: VitrineError): Promise<boolean> {
    if (error.code === "internal") {
      // What panicked would panic again: only the next question is answered.
      void this.#replace(used).catch(() => {});
      return false;
    }
    if (error.code === "crashed") {
      await this.#replace(used);
      return true;
    }
    if (BUNDLE_FAULTS.includes(error.code) && (await this.#published(used))) {
      await this.#replace(used);
      return true;
    }
    return false;
  }

  /** Whether the shop has published another bundle since. */
  async #published(used: Opened): Promise<boolean> {
    try {
      return (await this.#storage.manifest(true)) !== used.manifest;
    } catch {
      return false;
    }
  }

  async #start(): Promise<Opened> {
    const opened = await open(this.#storage, this.#options.pause);
    void this.#storage.opened?.(opened.manifest);
    if (this.#loadsSecondStage) {
      // The display cards of the first answer would share one narrow network with it.
      opened.completed = this.#firstCall
        .answered(this.#options.pause !== undefined)
        .then(() => openReranker(opened.program))
        .then(this.#options.onCompleted, (thrown) => this.#giveUp(opened, toVitrineError(thrown)));
    }
    return opened;
  }

  /** Goes on without the second stage, unless the shop has published another bundle. */
  async #giveUp(used: Opened, error: VitrineError): Promise<void> {
    if (error.code === "closed") {
      return;
    }
    this.#loadsSecondStage &&= !ENGINE_FAULTS.includes(error.code);
    if (BUNDLE_FAULTS.includes(error.code) && (await this.#published(used))) {
      // If the successor cannot start, the next call that needs it says why.
      await this.#replace(used).catch(() => {});
      return;
    }
    const message = `the first stage ranks alone, since the second cannot be loaded: ${error.message}`;
    this.#options.warn(new VitrineError(error.code, message, { cause: error }));
  }

  /** Starts the successor, once for all calls that found the engine wanting. */
  #replace(used: Opened): Promise<Opened> {
    used.successor ??= this.#succeed(used);
    return used.successor;
  }

  async #succeed(used: Opened): Promise<Opened> {
    const successor = this.#start();
    this.#current = successor;
    try {
      const opened = await successor;
      used.program.retire();
      return opened;
    } catch (error) {
      // The next call that needs a successor tries again.
      this.#current = Promise.resolve(used);
      used.successor = undefined;
      throw error;
    }
  }
}
