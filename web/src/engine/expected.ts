/** A value that is waited for. */
export class Expected<T> {
  settle!: (value: T) => void;
  readonly value = new Promise<T>((resolve) => {
    this.settle = resolve;
  });
}
