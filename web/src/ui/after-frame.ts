/** What is out of sight waits until what is in sight is painted. */

let next: Promise<void> | undefined;

/** Settles once the frame is painted that the page draws now or next; whoever asks meanwhile goes on together. */
export function afterFrame(): Promise<void> {
  next ??= new Promise((resolve) => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        next = undefined;
        resolve();
      }),
    );
  });
  return next;
}
