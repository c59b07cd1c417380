// A thread that stops and continues processes by turns until it is told to end;
// a thread, because only one that may block can wait for a millisecond exactly.

import { workerData } from "node:worker_threads";

const { processes, ended, run, stand } = workerData;
const never = new Int32Array(new SharedArrayBuffer(4));
const wait = (milliseconds) => Atomics.wait(never, 0, 0, milliseconds);

function signal(name) {
  for (const id of processes) {
    try {
      process.kill(id, name);
    } catch {
      // It has ended, as a page's process does that was kept in reserve.
    }
  }
}

while (Atomics.load(ended, 0) === 0) {
  signal("SIGSTOP");
  wait(stand);
  signal("SIGCONT");
  wait(run);
}
