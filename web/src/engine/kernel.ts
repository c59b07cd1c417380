import { kernel } from "./kernel_wasm.js";

/** What wasm/kernel/kernel.wat exports; its comments say what the arguments are. */
interface Exports {
  dots(query: number, rows: number, dims: number, numbers: number, count: number, out: number): void;
  above(dots: number, scales: number, count: number, bound: number, out: number): number;
  scan(...streams: number[]): number;
  invert(...texts: number[]): void;
  weigh(...postings: number[]): void;
}

/**
 * Kernel joins a Go program to the SIMD kernel that wasm/kernel declares. The
 * two import from each other, functions one way and the memory the other: so the
 * program gets functions that pass on what they are called with, and the kernel
 * starts when the program's memory is there, before the program runs.
 *
 * Where the browser has no SIMD it never starts, and Go computes the same itself.
 */
export class Kernel {
  #exports: Exports | undefined;

  /** What the program imports under the name "kernel". */
  readonly imports = {
    available: () => (this.#exports ? 1 : 0),
    dots: (...[query, rows, dims, numbers, count, out]: Parameters<Exports["dots"]>) =>
      this.#exports?.dots(query, rows, dims, numbers, count, out),
    above: (...[dots, scales, count, bound, out]: Parameters<Exports["above"]>) =>
      this.#exports?.above(dots, scales, count, bound, out),
    scan: (...streams: number[]) => this.#exports?.scan(...streams),
    invert: (...texts: number[]) => this.#exports?.invert(...texts),
    weigh: (...postings: number[]) => this.#exports?.weigh(...postings),
  };

  /** Starts the kernel on the memory of the program, where that is possible. */
  start(program: WebAssembly.Instance): void {
    if (WebAssembly.validate(kernel)) {
      const imports = { go: { mem: program.exports["mem"] as WebAssembly.Memory } };
      // It is compiled in microseconds: short enough for a page, too.
      const instance = new WebAssembly.Instance(new WebAssembly.Module(kernel), imports);
      this.#exports = instance.exports as unknown as Exports;
    }
  }
}
