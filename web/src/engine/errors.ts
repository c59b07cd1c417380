import type { Error as WireError } from "../core/wire.ts";

/**
 * What went wrong, in one word. The bundle's codes come from the engine:
 * "not_a_bundle" (the files are something else), "bundle_corrupt" (truncated or
 * changed), "bundle_version" (this engine does not read it), "bundle_missing" (a
 * file cannot be had). "bad_request" is the caller's fault, "aborted" its wish.
 * "internal" is a fault of the engine, which is started anew after one;
 * "crashed" is an engine that stopped, "timeout" one that did not answer in time,
 * "closed" one that was closed. "unavailable" is a script or a program of the engine
 * that cannot be loaded, "unsupported" a host that forbids it or has no memory for it,
 * which no repetition changes.
 */
export type ErrorCode =
  | "not_a_bundle"
  | "bundle_corrupt"
  | "bundle_version"
  | "bundle_missing"
  | "bad_request"
  | "aborted"
  | "internal"
  | "crashed"
  | "timeout"
  | "closed"
  | "unavailable"
  | "unsupported";

/** The bundle's files are at fault: other copies of them, or another bundle, may do. */
export const BUNDLE_FAULTS: readonly ErrorCode[] = ["bundle_corrupt", "bundle_missing"];

/** VitrineError is the only type of error that the engine's calls reject with. */
export class VitrineError extends Error {
  override readonly name = "VitrineError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** The error as it crosses between page and worker. */
  toWire(): WireError {
    return { code: this.code, message: this.message };
  }
}

/** Makes a VitrineError of anything thrown; a code that comes with it is kept. */
export function toVitrineError(thrown: unknown): VitrineError {
  if (thrown instanceof VitrineError) {
    return thrown;
  }
  const { code, message } = (thrown ?? {}) as Partial<WireError>;
  return new VitrineError(
    typeof code === "string" ? (code as ErrorCode) : "internal",
    typeof message === "string" ? message : String(thrown),
    { cause: thrown },
  );
}
