import { VitrineError } from "./errors.ts";

/** Whether this browser inflates gzip: all do since 2023. */
export const canInflate = typeof DecompressionStream === "function";

/**
 * Inflates what is gzip, and returns anything else as it is: a host may have
 * declared a .gz file to be compressed, and then the browser has inflated it.
 * It fails with "bundle_corrupt".
 */
export async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    return bytes;
  }
  try {
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    // What goes wrong here goes wrong in what is read, too.
    writer.write(bytes).catch(() => {});
    writer.close().catch(() => {});
    return new Uint8Array(await new Response(readable).arrayBuffer());
  } catch (error) {
    throw new VitrineError("bundle_corrupt", "the gzip that the server sent is truncated or damaged", { cause: error });
  }
}
