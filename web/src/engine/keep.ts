/**
 * What is kept of a bundle on the shopper's device beside the browser's HTTP cache:
 * the last manifest that an engine was opened from, and the files of hosts that forbid
 * browsers to keep what they send ("no-store"). The files are named by their content,
 * so that none can be out of date.
 *
 * Only what was found sound is put in. Where there is no such storage (a page that came
 * over plain HTTP, a full disk) nothing is kept, and nothing fails.
 */
export class Keep {
  readonly #cache: Promise<Cache | undefined>;
  readonly #urls: Promise<Set<string>>;

  constructor(bundle: string) {
    this.#cache = or(undefined, () => caches.open(`vitrine ${bundle}`));
    this.#urls = this.#cache.then(async (cache) => new Set((await cache?.keys())?.map(({ url }) => url)));
    this.#urls.catch(() => {});
  }

  /** Returns what is kept under an address. */
  read(url: string): Promise<Response | undefined> {
    return or(undefined, async () => ((await this.#urls).has(url) ? (await this.#cache)?.match(url) : undefined));
  }

  async write(url: string, response: Response): Promise<void> {
    await or(undefined, async () => {
      await (await this.#cache)?.put(url, response);
      (await this.#urls).add(url);
    });
  }

  /** Forgets what is kept under other addresses than these. */
  async retain(urls: Set<string>): Promise<void> {
    await or(undefined, async () => {
      for (const url of await this.#urls) {
        if (!urls.has(url)) {
          await (await this.#cache)?.delete(url);
        }
      }
    });
  }
}

/** Whether the browser may not keep an answer, so that we do. */
export function isUnkept(headers: Headers): boolean {
  return /\bno-store\b/i.test(headers.get("Cache-Control") ?? "");
}

async function or<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
