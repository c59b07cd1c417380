/** How many chunks are on their way at a time, so that the page's own requests find room. */
const AT_A_TIME = 4;
/** Milliseconds until chunks that could not be had are asked for again. */
const AGAIN = 5000;

/**
 * Every chunk of a bundle's display cards: fetched once, in the manifest's order, and
 * kept in memory. What is fetched, and when, does not depend on what is searched for: a
 * search waits for its chunks, but never asks for one.
 */
export class AllCards {
  readonly #load: (file: string) => Promise<Uint8Array>;
  readonly #chunks = new Map<string, Promise<Uint8Array>>();
  readonly #settle = new Map<string, (bytes: Promise<Uint8Array>) => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(files: string[], load: (file: string) => Promise<Uint8Array>) {
    this.#load = load;
    for (const file of files) {
      this.#expect(file);
    }
  }

  /** Returns a chunk when it is there, and undefined for another file. */
  get(file: string): Promise<Uint8Array> | undefined {
    return this.#chunks.get(file);
  }

  /** Begins to fetch them all, once. */
  begin(): void {
    void this.#fetch([...this.#chunks.keys()]);
  }

  /** Another bundle has taken the place of theirs: what could not be had is not asked for again. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #expect(file: string): void {
    const chunk = new Promise<Uint8Array>((resolve) => this.#settle.set(file, resolve));
    chunk.catch(() => {});
    this.#chunks.set(file, chunk);
  }

  async #fetch(files: string[]): Promise<void> {
    const failed: string[] = [];
    const left = files.values();
    const fetchOnAndOn = async () => {
      for (const file of left) {
        const bytes = this.#load(file);
        await bytes.catch(() => failed.push(file));
        this.#settle.get(file)?.(bytes);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, fetchOnAndOn));
    if (failed.length > 0 && !this.#ended) {
      this.#timer = setTimeout(() => this.#fetchAgain(failed), AGAIN);
    }
  }

  /** Searches that need them have failed meanwhile; later ones wait. */
  #fetchAgain(failed: string[]): void {
    const inOrder = [...this.#chunks.keys()].filter((file) => failed.includes(file));
    for (const file of inOrder) {
      this.#expect(file);
    }
    void this.#fetch(inOrder);
  }
}
