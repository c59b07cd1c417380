// Holds the assembled kernel to its definition, on memory of the test's own: the
// scalar loops below are the definition, and see every byte that it writes.
import { beforeAll, expect, it } from "vitest";
import { assembleKernel } from "../../../wasm/kernel/assemble.mjs";

interface Exports {
  dots(query: number, rows: number, dims: number, numbers: number, count: number, out: number): void;
  above(dots: number, scales: number, count: number, bound: number, out: number): number;
}

const memory = new WebAssembly.Memory({ initial: 1 });
let kernel: Exports;

beforeAll(async () => {
  const module = await WebAssembly.compile(await assembleKernel());
  kernel = (await WebAssembly.instantiate(module, { go: { mem: memory } })).exports as unknown as Exports;
});

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FENCE = 0x5a;

/** Fills the memory with a mark, and lays out arrays in it, with gaps between them. */
class Layout {
  #end = 64;

  constructor() {
    new Uint8Array(memory.buffer).fill(FENCE);
  }

  take(bytes: number, gap: number): number {
    const begin = this.#end + gap;
    this.#end = begin + bytes;
    return begin;
  }
}

/** The memory's bytes after a change made by a definition. */
function changed(change: (view: DataView) => void): Uint8Array {
  const copy = memory.buffer.slice(0);
  change(new DataView(copy));
  return new Uint8Array(copy);
}

function expectMemory(expected: Uint8Array, what: string): void {
  expect(Buffer.compare(new Uint8Array(memory.buffer), expected), what).toBe(0);
}

it("multiplies rows of every length, whole tables and chosen rows", () => {
  const random = generator(1);
  for (let dims = 1; dims <= 130; dims++) {
    for (const count of [0, 1, 3, 4, 5, 11, 24]) {
      const layout = new Layout();
      const gap = () => Math.floor(random() * 17);
      const [query, rows] = [layout.take(dims, gap()), layout.take(24 * dims, gap())];
      const [numbers, out] = [layout.take(4 * 24, gap()), layout.take(4 * 24, gap())];
      const bytes = new Int8Array(memory.buffer);
      for (let i = 0; i < dims; i++) bytes[query + i] = number(random);
      for (let i = 0; i < 24 * dims; i++) bytes[rows + i] = number(random);
      const view = new DataView(memory.buffer);
      for (let i = 0; i < 24; i++) view.setUint32(numbers + 4 * i, Math.floor(random() * 24), true);
      for (const chosen of [0, numbers]) {
        const expected = changed((after) => {
          for (let i = 0; i < count; i++) {
            const row = chosen === 0 ? i : after.getUint32(chosen + 4 * i, true);
            let sum = 0;
            for (let j = 0; j < dims; j++) sum += after.getInt8(query + j) * after.getInt8(rows + row * dims + j);
            after.setInt32(out + 4 * i, sum, true);
          }
        });
        kernel.dots(query, rows, dims, chosen, count, out);
        expectMemory(expected, `${count} rows of ${dims}, ${chosen ? "chosen" : "all"}`);
      }
    }
  }
});

/** An int8; one in four is the least or the greatest. */
function number(random: () => number): number {
  const r = random();
  if (r < 0.25) return r < 0.125 ? -128 : 127;
  return Math.floor(random() * 256) - 128;
}

it("does not overflow at the longest row", () => {
  for (const [value, sum] of [
    [-128, 1024 * 128 * 128],
    [127, -1024 * 128 * 127],
  ] as const) {
    new Int8Array(memory.buffer).fill(-128, 0, 1024).fill(value, 1024, 5 * 1024);
    kernel.dots(0, 1024, 1024, 0, 4, 8192);
    expect([...new Int32Array(memory.buffer, 8192, 4)]).toEqual([sum, sum, sum, sum]);
  }
});

it("finds what is above a bound", () => {
  const random = generator(2);
  for (let count = 0; count < 70; count++) {
    for (const bound of [-Infinity, "the middle one", Infinity, Number.NaN] as const) {
      const layout = new Layout();
      const gap = () => Math.floor(random() * 17);
      const [dots, scales, out] = [layout.take(280, gap()), layout.take(280, gap()), layout.take(280, gap())];
      const view = new DataView(memory.buffer);
      for (let i = 0; i < count; i++) {
        view.setInt32(dots + 4 * i, Math.floor((random() - 0.5) * 2 ** 25), true);
        view.setFloat32(scales + 4 * i, random() < 0.2 ? 0 : random(), true);
      }
      const product = (i: number) =>
        Math.fround(Math.fround(view.getInt32(dots + 4 * i, true)) * view.getFloat32(scales + 4 * i, true));
      const least = typeof bound === "number" ? bound : product(count >> 1);
      const found = Array.from({ length: count }, (_, i) => i).filter((i) => product(i) > least);
      const expected = changed((after) => {
        found.forEach((i, place) => {
          after.setUint32(out + 4 * place, i, true);
        });
      });
      expect(kernel.above(dots, scales, count, least, out)).toBe(found.length);
      expectMemory(expected, `${count} above ${bound}`);
    }
  }
});

it("sees memory that has grown", () => {
  const begin = memory.buffer.byteLength;
  memory.grow(1);
  new Int8Array(memory.buffer).fill(3, begin, begin + 8 * 5);
  kernel.dots(begin, begin + 8, 8, 0, 4, begin + 4096);
  expect([...new Int32Array(memory.buffer, begin + 4096, 4)]).toEqual([72, 72, 72, 72]);
});
