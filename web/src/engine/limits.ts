/** How long a slow or failing network is waited for, in milliseconds. */
export interface Limits {
  /** A transfer that brings no byte for so long is given up and tried again. */
  stall: number;
  /** After so long without the manifest, that of the last visit is used. */
  manifest: number;
}

/** A round trip takes half a second on the slowest networks that one shops on. */
export const LIMITS: Limits = { stall: 8000, manifest: 3000 };
