import { Expected } from "./expected.ts";

/** Milliseconds for which the first call is waited for, which comes from another thread. */
const WAIT = 50;

/** The calls that waited for the engine to open: what it does besides lets them go first. */
export class FirstCall {
  readonly #asked = new Expected<void>();
  #latest: Promise<unknown> = Promise.resolve();

  /** Is told of each call with the promise of its answer. */
  note(answer: Promise<unknown>): void {
    this.#latest = answer.catch(() => {});
    this.#asked.settle();
  }

  /** Waits for the answer; where calls come from another thread, for the call before that. */
  async answered(otherThread: boolean): Promise<void> {
    if (otherThread) {
      await Promise.race([this.#asked.value, new Promise((resolve) => setTimeout(resolve, WAIT))]);
    }
    await this.#latest;
  }
}
