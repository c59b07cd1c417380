// Keeps one Go program running and replaces it when it has crashed, when it asks
// for it (its state is in doubt after a panic), or when it does not answer.

import "./wasm_exec.js";

/** The version of the contract that wasm/internal/jsbridge states. */
const PROTOCOL = 2;

/** @typedef {{status: number, headers: Record<string, string>, body: string}} Answer */

export class Resident {
  #module;
  #kernel;
  #env;
  #deadline;
  /** @type {Program | undefined} */
  #program;

  /**
   * @param {WebAssembly.Module} module
   * @param {WebAssembly.Module} kernel wasm/kernel, a module of its own since a Worker may compile none
   * @param {Record<string, unknown>} env what the Go program sees as its bindings
   * @param {number} deadline how long a request may take, in milliseconds
   */
  constructor(module, kernel, env, deadline) {
    this.#module = module;
    this.#kernel = kernel;
    this.#env = env;
    this.#deadline = deadline;
  }

  /**
   * Answers one request; it never throws.
   *
   * @returns {Promise<Answer>}
   */
  async handle(method, url, origin) {
    let program = this.#program;
    try {
      program ??= this.#program = new Program(this.#module, this.#kernel, this.#env);
      const answer = await program.handle(method, url, origin, this.#deadline);
      if (answer.retire) {
        this.#drop(program);
      }
      answer.headers["vitrine-instance"] = program.id;
      return answer;
    } catch (error) {
      this.#drop(program);
      console.error(`vitrine: ${error.stack ?? error}`);
      return error instanceof Late
        ? unavailable("timeout", "the search engine did not answer in time; try again")
        : unavailable("crashed", "the search engine stopped and is started again; try again");
    }
  }

  /** The next request starts another program, unless one has done so already. */
  #drop(program) {
    if (this.#program === program) {
      this.#program = undefined;
    }
  }
}

class Late extends Error {}

/** One running Go program. */
class Program {
  /** Tells the programs of all isolates apart, in the log and in the responses. */
  id = crypto.randomUUID();
  #api;
  #crashed;
  /** Rejects the requests that wait for an answer. */
  #waiting = new Set();

  constructor(module, kernel, env) {
    const go = new globalThis.Go();
    // Both tell of the end at once, whichever request it comes under. A promise
    // would not: what is made here settles only while this request lasts.
    go._resolveExitPromise = () => {};
    go.exit = (status) => this.#end(new Error(`the Go program ended with exit status ${status}`));
    const resume = go._resume.bind(go);
    go._resume = () => {
      try {
        resume();
      } catch (trap) {
        this.#end(trap);
        throw trap;
      }
    };
    // github.com/syumai/workers looks here for the bindings.
    globalThis.context = { env, binding: {} };
    globalThis.vitrineReady = (api) => {
      this.#api = api;
    };
    go.run(instantiate(module, kernel, go.importObject)).catch((trap) => this.#end(trap));
    if (this.#crashed || this.#api?.protocol !== PROTOCOL) {
      throw this.#crashed ?? new Error(`edge.wasm does not speak protocol ${PROTOCOL}: deploy the files of one build`);
    }
  }

  /**
   * Fails when the program ends, or does not answer before the deadline. The
   * timer has a second use: a request that waits for what another one fetches
   * has nothing of its own under way, and the platform would end it as hung.
   */
  async handle(method, url, origin, deadline) {
    let fail;
    const failed = new Promise((_, reject) => {
      fail = reject;
    });
    this.#waiting.add(fail);
    const timer = setTimeout(() => fail(new Late(`no answer within ${deadline} ms`)), deadline);
    try {
      return await Promise.race([this.#call(method, url, origin), failed]);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(fail);
    }
  }

  /** A program that ends during the call leaves nothing, or an error of its glue. */
  async #call(method, url, origin) {
    try {
      const answer = this.#api.handle(method, url, origin);
      return await (this.#crashed ? Promise.reject(this.#crashed) : answer);
    } catch (error) {
      throw this.#crashed ?? error;
    }
  }

  #end(reason) {
    this.#crashed ??= reason;
    for (const fail of this.#waiting) {
      fail(this.#crashed);
    }
  }
}

/**
 * The Go program and its SIMD kernel, which import from each other: the program
 * calls through functions whose target exists once its memory does. See
 * web/src/engine/kernel.ts; every Worker has SIMD.
 */
function instantiate(module, kernel, imports) {
  let exports;
  const functions = {
    available: () => 1,
    dots: (query, rows, dims, numbers, count, out) => exports.dots(query, rows, dims, numbers, count, out),
    above: (dots, scales, count, bound, out) => exports.above(dots, scales, count, bound, out),
    scan: (...streams) => exports.scan(...streams),
    invert: (...texts) => exports.invert(...texts),
    weigh: (...postings) => exports.weigh(...postings),
  };
  const instance = new WebAssembly.Instance(module, { ...imports, kernel: functions });
  ({ exports } = new WebAssembly.Instance(kernel, { go: { mem: instance.exports.mem } }));
  return instance;
}

/** The answer when there is no Go program to give one; see shared/api/API.md. */
function unavailable(code, message) {
  return {
    status: 503,
    headers: {
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      "content-type": "application/json",
      "retry-after": "1",
    },
    body: `${JSON.stringify({ code, message })}\n`,
  };
}
