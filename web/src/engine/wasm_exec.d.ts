/**
 * The glue that comes with the Go distribution (lib/wasm/wasm_exec.js). The build
 * takes it from there, so that it always fits the compiler, and wraps it into
 * this function: the glue's global object is an argument.
 */
export function defineGo(globals: object, fs: object): new () => Go;

export interface Go {
  readonly importObject: WebAssembly.Imports;
  readonly exited?: boolean;
  exit: (status: number) => void;
  run(instance: WebAssembly.Instance): Promise<void>;
  /** Lets Go handle what happened; throws if the program traps. */
  _resume: () => void;
  readonly _scheduledTimeouts: Map<number, ReturnType<typeof setTimeout>>;
}
