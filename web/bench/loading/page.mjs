// One page in Chromium with its workers: opened, slowed down, typed into.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { networks } from "./throttles.mjs";

const watch = readFileSync(new URL("watch.js", import.meta.url), "utf8");

export class Page {
  #browser;
  #session;

  constructor(browser, session) {
    this.#browser = browser;
    this.#session = session;
  }

  /**
   * Opens an empty page. The network applies to what its workers fetch too: a
   * worker has no throttle of its own, Chromium lets it share the page's.
   * @param {import("./devtools.mjs").Browser} browser
   * @param {keyof typeof networks} network
   */
  static async open(browser, network) {
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(browser, sessionId);
    browser.on("Target.attachedToTarget", async ({ sessionId: worker }) => {
      await browser.send("Network.enable", {}, worker).catch(() => undefined);
      await browser.send("Runtime.runIfWaitingForDebugger", {}, worker).catch(() => undefined);
    });
    await page.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    await page.send("Page.enable");
    await page.send("Network.enable");
    await page.send("Network.emulateNetworkConditions", { offline: false, ...networks[network] });
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: watch });
    return page;
  }

  send(method, params = {}) {
    return this.#browser.send(method, params, this.#session);
  }

  /** Resolves when the page and all that it waits for is loaded. */
  async go(url) {
    const loaded = new Promise((resolve) => {
      const end = this.#browser.on("Page.loadEventFired", (_, session) => {
        if (session !== this.#session) return;
        end();
        resolve();
      });
    });
    await this.send("Page.navigate", { url });
    await loaded;
  }

  /** What the expression, or the promise that it is, comes to in the page. */
  evaluate = async (expression) => {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  /** Presses keys as a keyboard does, so many milliseconds apart. */
  async type(text, pause) {
    for (const letter of text) {
      await this.press({ key: letter, text: letter });
      await sleep(pause);
    }
  }

  async press(key) {
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", key: key.key });
  }
}
