import type { SearchRequest, SuggestRequest } from "../core/wire.ts";
import { toVitrineError, VitrineError } from "./errors.ts";
import { Kernel } from "./kernel.ts";
import { type FlatManifest, flat, type Manifest } from "./manifest.ts";
import { defineGo, type Go } from "./wasm_exec.js";

/**
 * The version of the contract that wasm/internal/jsbridge states; a program with
 * another one comes from another build, for example out of a stale cache.
 */
const PROTOCOL = 2;

/** Brings one file of the bundle. Its error says what happened, without the file's name. */
export type Source = (file: string) => Promise<Uint8Array>;

/** Hands the thread on for a moment, so that other calls are heard. */
export type Pause = () => Promise<void>;

/** What the Go program offers once it has opened a bundle; answers are JSON text. */
interface GoEngine {
  search(request: SearchRequest, signal?: AbortSignal): Promise<string>;
  suggest(request: SuggestRequest, signal?: AbortSignal): Promise<string>;
  health(): Promise<string>;
  openReranker(): Promise<void>;
}

interface GoProgram {
  protocol: number;
  open(manifest: FlatManifest, source: Source, pause?: Pause): Promise<GoEngine>;
  exit(): void;
}

/**
 * Program is one running Go program with one engine. It has memory of its own,
 * which is free once the program has ended; a program that failed is not mended
 * but replaced.
 */
export class Program {
  readonly #go: Go;
  #api!: GoProgram;
  #engine!: GoEngine;
  /** Rejects every call in flight when the program ends. */
  readonly #inFlight = new Set<(error: VitrineError) => void>();
  #ended: VitrineError | undefined;
  #retired = false;
  #output = "";

  private constructor() {
    // The program sees this object instead of the page's globals, so that
    // nothing of Go's glue leaks into a shop's page and several programs may run
    // side by side.
    const globals = {
      Array,
      Date,
      Error,
      Object,
      Promise,
      String,
      Uint8Array,
      TextDecoder,
      TextEncoder,
      crypto: globalThis.crypto,
      performance: globalThis.performance,
      fs: standardStreams((text) => this.#print(text)),
      vitrineReady: (api: GoProgram) => {
        this.#api = api;
      },
    };
    this.#go = new (defineGo(globals, globals.fs))();
    this.#go.exit = (status) => this.#end(`exit status ${status}`);
    const resume = this.#go._resume.bind(this.#go);
    this.#go._resume = () => {
      try {
        resume();
      } catch (trap) {
        this.#end(String(trap));
        throw trap;
      }
    };
  }

  /** Starts the program and opens the bundle. With a pause it answers while it loads the second stage. */
  static async open(module: WebAssembly.Module, manifest: Manifest, source: Source, pause?: Pause): Promise<Program> {
    const program = new Program();
    try {
      const kernel = new Kernel();
      const imports = { ...program.#go.importObject, kernel: kernel.imports };
      const instance = await WebAssembly.instantiate(module, imports).catch((error) => {
        throw new VitrineError("unsupported", `vitrine.wasm: ${error.message}`, { cause: error });
      });
      kernel.start(instance);
      void program.#go.run(instance).catch((trap) => program.#end(String(trap)));
      if (program.#api?.protocol !== PROTOCOL) {
        throw new VitrineError(
          "internal",
          `vitrine.wasm speaks version ${program.#api?.protocol ?? "unknown"}, this script version ${PROTOCOL} (hint: upload all files of one release together)`,
        );
      }
      program.#engine = await program.#call(() => program.#api.open(flat(manifest), source, pause));
      return program;
    } catch (error) {
      program.end();
      throw toVitrineError(error);
    }
  }

  search(request: SearchRequest, signal?: AbortSignal): Promise<string> {
    return this.#call(() => this.#engine.search(plain(request), signal));
  }

  suggest(request: SuggestRequest, signal?: AbortSignal): Promise<string> {
    return this.#call(() => this.#engine.suggest(plain(request), signal));
  }

  health(): Promise<string> {
    return this.#call(() => this.#engine.health());
  }

  /**
   * Loads what the second stage of the ranking needs, if the bundle has it. Searches
   * are answered meanwhile, and also if it fails: by the first stage.
   */
  openReranker(): Promise<void> {
    return this.#call(() => this.#engine.openReranker());
  }

  /** Ends the program; calls in flight fail as "closed". */
  end(): void {
    this.#ended ??= new VitrineError("closed", "the engine was closed");
    if (!this.#go.exited) {
      this.#api?.exit();
    }
    this.#settle();
  }

  /** Ends the program as soon as no call is in flight. */
  retire(): void {
    this.#retired = true;
    if (this.#inFlight.size === 0) {
      this.end();
    }
  }

  #call<T>(start: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#ended) {
        throw this.#ended;
      }
      this.#inFlight.add(reject);
      start()
        .then(resolve, (error) => reject(toVitrineError(error)))
        .finally(() => {
          this.#inFlight.delete(reject);
          if (this.#retired) {
            this.retire();
          }
        });
    });
  }

  /** Runs when the program stops, by itself or through end. */
  #end(reason: string): void {
    this.#ended ??= new VitrineError("crashed", `the engine stopped: ${firstLine(this.#output) || reason}`);
    this.#settle();
  }

  #settle(): void {
    // A timer that outlives the program would throw when it fires.
    for (const timer of this.#go._scheduledTimeouts.values()) {
      clearTimeout(timer);
    }
    for (const reject of this.#inFlight) {
      reject(this.#ended as VitrineError);
    }
    this.#inFlight.clear();
  }

  #print(text: string): void {
    this.#output += text;
    console.error(text.trimEnd());
  }
}

/** A copy without getters: one that throws would unwind the Go stack. */
function plain<T>(request: T): T {
  try {
    return structuredClone(request);
  } catch (error) {
    throw new VitrineError("bad_request", `the request is no plain data: ${(error as Error).message}`);
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** The two calls of Node's fs that Go needs to write to stdout and stderr. */
function standardStreams(print: (text: string) => void) {
  const decoder = new TextDecoder();
  const unused = -1;
  return {
    constants: {
      O_WRONLY: unused,
      O_RDWR: unused,
      O_CREAT: unused,
      O_TRUNC: unused,
      O_APPEND: unused,
      O_EXCL: unused,
      O_DIRECTORY: unused,
    },
    writeSync(_descriptor: number, bytes: Uint8Array): number {
      print(decoder.decode(bytes));
      return bytes.length;
    },
    write(
      _descriptor: number,
      bytes: Uint8Array,
      offset: number,
      length: number,
      _position: null,
      done: (error: null, written: number) => void,
    ): void {
      print(decoder.decode(bytes.subarray(offset, offset + length)));
      done(null, length);
    },
  };
}
