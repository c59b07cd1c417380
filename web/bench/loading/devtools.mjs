// Chromium and its DevTools protocol over a pipe. Playwright keeps the sessions of
// workers to itself; here they are needed, because what slows a page down does not
// slow its workers.

import { spawn } from "node:child_process";
import { chromiumFlags, chromiumProgram } from "../../scripts/chromium.mjs";

const flags = ["--headless=new", "--remote-debugging-pipe", ...chromiumFlags, "--window-size=1280,800"];

/** One Chromium with a profile of its own. */
export class Browser {
  #process;
  #waiting = new Map();
  #listeners = new Set();
  #lastID = 0;
  #ended;

  /** @param {string} profile the folder of the profile, which keeps the HTTP cache */
  constructor(profile) {
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"];
    this.#process = spawn(chromiumProgram, [...flags, `--user-data-dir=${profile}`], { stdio });
    this.#ended = new Promise((resolve) => this.#process.on("exit", resolve));
    this.#process.on("error", (error) => this.#fail(error));
    this.#process.on("exit", () => this.#fail(new Error("chromium has ended")));
    // Each message ends in a NUL.
    let rest = Buffer.alloc(0);
    this.#process.stdio[4].on("data", (data) => {
      rest = Buffer.concat([rest, data]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#receive(JSON.parse(rest.subarray(0, end).toString()));
        rest = rest.subarray(end + 1);
      }
    });
  }

  /** Calls a method of the protocol, in the session of a target or in the browser itself. */
  send(method, params = {}, sessionId = undefined) {
    this.#lastID += 1;
    const id = this.#lastID;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method });
      this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /**
   * Calls the listener with every event of that name and the session that it is of.
   * @returns {() => void} ends it
   */
  on(method, listener) {
    const entry = { method, listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** Ends the browser as its user does, so that the profile is whole. */
  async close() {
    await this.send("Browser.close");
    await this.#ended;
  }

  #receive({ id, method, params, sessionId, result, error }) {
    if (id === undefined) {
      for (const entry of this.#listeners) if (entry.method === method) entry.listener(params, sessionId);
      return;
    }
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
    else call?.resolve(result);
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
