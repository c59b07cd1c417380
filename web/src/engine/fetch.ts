import { VitrineError } from "./errors.ts";
import { inflated } from "./inflate.ts";

/** Waits between the attempts at one file, in milliseconds. */
const RETRY_DELAYS = [250, 1000];

/** How a file is fetched. */
export interface FetchOptions {
  cache: RequestCache;
  /** Milliseconds without a byte after which the transfer is given up. */
  stall: number;
  /** The length of the content, inflated, where it is known. */
  length?: number | undefined;
}

/** What a server sent: the file, inflated if it came as gzip, and the headers. */
export interface Fetched {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Headers;
}

/**
 * Fetches one file whole. A network error, a server error and a stalled transfer are tried again after a while, a
 * refusal and content that is damaged or of another length once and at once. Any
 * failure is tried again past the cache, which may hold damaged bytes or an old
 * refusal. It fails with "bundle_missing" or "bundle_corrupt"; the message does
 * not name the file.
 */
export async function fetchBytes(url: string, options: FetchOptions): Promise<Fetched> {
  for (let attempt = 0; ; attempt++) {
    const cache = attempt === 0 ? options.cache : "reload";
    try {
      return await fetchOnce(url, { ...options, cache });
    } catch (error) {
      const answered = isUseless(error);
      const delay = answered ? 0 : RETRY_DELAYS[attempt];
      if (delay === undefined || (answered && cache === "reload")) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

/** The server's answer that no repetition changes, such as 404. */
export class Refused extends VitrineError {
  constructor(readonly status: number) {
    super("bundle_missing", `the server answered with HTTP status ${status}`);
  }
}

/** Whether the server answered, but with a refusal or with damaged content: it will again. */
export function isUseless(error: unknown): boolean {
  return error instanceof Refused || (error instanceof VitrineError && error.code === "bundle_corrupt");
}

/** One attempt of fetchBytes. */
export async function fetchOnce(url: string, { cache, stall, length }: FetchOptions): Promise<Fetched> {
  const transfer = new AbortController();
  let timer = setTimeout(() => transfer.abort(), stall);
  try {
    const response = await fetch(url, { cache, signal: transfer.signal });
    if (response.status >= 400 && response.status < 500 && response.status !== 429) {
      throw new Refused(response.status);
    }
    if (!response.ok) {
      throw new VitrineError("bundle_missing", `the server answered with HTTP status ${response.status}`);
    }
    const chunks: Uint8Array[] = [];
    for (const reader = response.body?.getReader(); reader; ) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      chunks.push(value);
      clearTimeout(timer);
      timer = setTimeout(() => transfer.abort(), stall);
    }
    return { bytes: await contentOf(joined(chunks), length), headers: response.headers };
  } catch (error) {
    if (error instanceof VitrineError) {
      throw error;
    }
    const reason = transfer.signal.aborted ? `no data for ${stall / 1000} s` : (error as Error).message;
    throw new VitrineError("bundle_missing", `the transfer failed: ${reason}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Inflates what came as gzip; it fails with "bundle_corrupt" where that is damaged or of another length. */
export async function contentOf(
  sent: Uint8Array<ArrayBuffer>,
  length: number | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await inflated(sent);
  if (length !== undefined && bytes.length !== length) {
    throw new VitrineError("bundle_corrupt", `the server sent ${bytes.length} bytes, the manifest says ${length}`);
  }
  return bytes;
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
