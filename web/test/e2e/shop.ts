/** The demo shop as `./build.sh demo` serves it, and a real Chromium to visit it with. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, LaunchOptions, Page } from "playwright-core";
import type { Store } from "../../src/core/store.ts";
import { launchChromium } from "../chromium.ts";

const root = join(import.meta.dirname, "..", "..", "..");
export const command = join(root, "bin", "vitrine");
export const site = join(root, "dist", "demo");
const screenshots = join(root, ".cache", "screenshots");

/** What a shopper holds. */
export const devices = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} satisfies Record<string, BrowserContextOptions>;

export class Shop {
  /** What went wrong in any page: exceptions, errors in the console, blocked by policy. */
  readonly complaints: string[] = [];
  /** Every request that left for another host. */
  readonly strangers: string[] = [];
  readonly origin: string;
  readonly #server: ChildProcess;
  readonly #browser: Browser;

  private constructor(origin: string, server: ChildProcess, browser: Browser) {
    this.origin = origin;
    this.#server = server;
    this.#browser = browser;
  }

  /** Opens the demo shop, or the same pages with another bundle. */
  static async open(bundle = join(site, "bundle"), folder = site, options: LaunchOptions = {}): Promise<Shop> {
    const { origin, server } = await serve(bundle, folder);
    return new Shop(origin, server, await launchChromium(options));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.kill();
  }

  /** The browser profiles that are open now, one for every visit. */
  contexts(): BrowserContext[] {
    return this.#browser.contexts();
  }

  /** Opens a page of the shop in a browser profile of its own. */
  async visit(path: string, options: BrowserContextOptions = devices.desktop): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: this.origin, ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
    context.on("request", (request) => {
      if (!request.url().startsWith(this.origin)) this.strangers.push(request.url());
    });
    await page.goto(path);
    return page;
  }
}

/** Starts the merchant's own server on a free port, which it says. */
export async function serve(
  bundle = join(site, "bundle"),
  folder = site,
): Promise<{ origin: string; server: ChildProcess }> {
  for (const needed of [command, join(bundle, "manifest.json"), join(folder, "index.html")]) {
    if (!existsSync(needed)) throw new Error(`${needed} is missing (hint: ./build.sh demo --no-serve)`);
  }
  const server = spawn(command, ["serve", "--bundle", bundle, "--site", folder, "--port", "0"]);
  const origin = await new Promise<string>((resolve, reject) => {
    let said = "";
    const listen = (data: Buffer) => {
      said += data;
      const [address] = /http:\/\/[^/\s]+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", (code) => reject(new Error(`vitrine serve ended with ${code}: ${said}`)));
  });
  return { origin, server };
}

/** Holds back what a page or a context fetches from addresses that match; the returned function lets it go. */
export async function hold(from: Page | BrowserContext, addresses: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await from.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Types into the shop's search field like a person, and waits for the hits and suggestions to that text. */
export async function search(page: Page, text: string): Promise<void> {
  await page.locator("#search").click();
  await page.keyboard.type(text, { delay: 20 });
  // An answer to the first letters may have settled before the last one came.
  await page.waitForFunction((query) => {
    const { state } = document.querySelector<Element & { store: Store }>("vitrine-panel")?.store ?? {};
    return state?.status !== "loading" && state?.results?.query === query && state.suggestedFor === query;
  }, text);
  await settled(page);
}

/** Waits until the newest request is answered and the page drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator("vitrine-results-view .frame[aria-busy=false]:visible").first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** Waits until both stages have ranked the hits of the view that is shown; the second may load late. */
export async function ranked(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<Element & { store?: Store }>("vitrine-panel, vitrine-results-view")].some(
      ({ store }) => store?.state.results?.stages === 2,
    ),
  );
  await settled(page);
}

/** The hits of the panel. */
export function options(page: Page) {
  return page.locator("vitrine-panel a[role=option]");
}

/** Keeps a picture for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  keepPicture(name, await page.screenshot());
}

export function keepPicture(name: string, png: Buffer): void {
  mkdirSync(screenshots, { recursive: true });
  writeFileSync(join(screenshots, `${name}.png`), png);
}
