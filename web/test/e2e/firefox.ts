/**
 * Debian's Firefox, driven by WebDriver BiDi: the few commands that a smoke test
 * needs. playwright-core drives only the Firefox that its makers patch.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const executable = process.env["FIREFOX"] || "/usr/bin/firefox-esr";

export function hasFirefox(): boolean {
  return existsSync(executable);
}

type Answer = { id?: number; type: string; result?: unknown; error?: string; message?: string };

export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #commands = 0;
  #page = "";

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async launch(): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), "vitrine-firefox-"));
    const child = spawn(executable, ["--headless", "--remote-debugging-port=0", "--no-remote", "--profile", profile]);
    const address = await listening(child);
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", () => reject(new Error(`firefox does not answer at ${address}`)));
    });
    const firefox = new Firefox(child, profile, socket);
    await firefox.#send("session.new", { capabilities: {} });
    const { context } = await firefox.#send<{ context: string }>("browsingContext.create", { type: "tab" });
    firefox.#page = context;
    return firefox;
  }

  async open(url: string): Promise<void> {
    await this.#send("browsingContext.navigate", { context: this.#page, url, wait: "complete" });
  }

  /** Presses the keys one after another, where the focus is. */
  async type(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#send("input.performActions", { context: this.#page, actions: [{ type: "key", id: "keys", actions }] });
  }

  /** The value of an expression in the page, by way of JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.#send<{ type: string; result: { value: string }; exceptionDetails?: { text: string } }>(
      "script.evaluate",
      { expression: `JSON.stringify(${expression})`, target: { context: this.#page }, awaitPromise: true },
    );
    if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text);
    return JSON.parse(answer.result.value);
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.#send<{ data: string }>("browsingContext.captureScreenshot", { context: this.#page });
    return Buffer.from(data, "base64");
  }

  async close(): Promise<void> {
    this.#socket.close();
    const gone = new Promise((resolve) => this.#process.on("exit", resolve));
    this.#process.kill();
    await gone;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #send<T>(method: string, params: object): Promise<T> {
    this.#commands += 1;
    const id = this.#commands;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ type, result, error, message }) => {
        this.#waiting.delete(id);
        if (type === "success") resolve(result as T);
        else reject(new Error(`${method}: ${error}: ${message}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

/** Where Firefox says that it takes commands. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (data) => {
      said += data;
      const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`firefox ended with ${code}: ${said}`)));
  });
}
