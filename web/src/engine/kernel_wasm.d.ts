/**
 * The SIMD kernel, which the build assembles from wasm/kernel/kernel.wat. It is
 * part of the script: a file of its own would cost a request for half a kilobyte.
 */
export const kernel: Uint8Array<ArrayBuffer>;
