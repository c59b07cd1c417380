import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { VitrineError } from "../../src/engine/errors.ts";
import type { Port, ToEngine, ToPage } from "../../src/engine/protocol.ts";
import { Session } from "../../src/engine/session.ts";

let channel: MessageChannel;
let connection: Connection;
let session: Session;
let received: ToEngine[];
let answer: (message: ToPage) => void;
let warnings: VitrineError[];
let completions: number;

beforeEach(() => {
  channel = new MessageChannel();
  received = [];
  channel.port2.onmessage = ({ data }) => received.push(data);
  answer = (message) => channel.port2.postMessage(message);
  const port = channel.port1 as unknown as Port<ToPage, ToEngine>;
  connection = { port, onfailure: () => {}, close: () => channel.port1.close() };
  warnings = [];
  completions = 0;
  session = new Session(
    connection,
    (warning) => warnings.push(warning),
    () => {
      completions++;
    },
  );
});
afterEach(() => channel.port1.close());

const ask = (query: string, signal?: AbortSignal) => session.call("search", { query }, { timeout: 5000, signal });
const arrived = (count: number) => expect.poll(() => received).toHaveLength(count);

it("numbers its calls, and takes answers in any order", async () => {
  const calls = ["la", "lam", "lamp"].map((query) => ask(query));
  await arrived(3);
  const ids = received.map((call) => ("id" in call ? call.id : 0));
  expect(ids).toEqual([1, 2, 3]);
  for (const id of [...ids].reverse()) answer({ id, result: `answer ${id}` });
  expect(await Promise.all(calls)).toEqual(["answer 1", "answer 2", "answer 3"]);
});

it("passes on what the engine warns of, and goes on", async () => {
  const call = ask("lamp");
  await arrived(1);
  answer({ warning: { code: "bundle_corrupt", message: "embeddings.mp: is damaged" } });
  answer({ id: 1, result: "lamps" });
  expect(await call).toBe("lamps");
  expect(warnings).toEqual([new VitrineError("bundle_corrupt", "embeddings.mp: is damaged")]);
  expect(session.failed).toBe(false);
});

it("passes on that the second stage is loaded", async () => {
  answer({ completed: true });
  await expect.poll(() => completions).toBe(1);
});

it("drops the answer to a call that was given up", async () => {
  const controller = new AbortController();
  const given = ask("la", controller.signal);
  const kept = ask("lam");
  controller.abort();
  await expect(given).rejects.toMatchObject({ code: "aborted" });
  await arrived(3);
  expect(received[2]).toEqual({ cancel: 1 });
  answer({ id: 1, result: "stale" });
  answer({ id: 2, result: "kept" });
  answer({ id: 2, result: "twice" });
  expect(await kept).toBe("kept");
});

it("makes VitrineErrors of the engine's", async () => {
  const call = ask("lamp");
  answer({ id: 1, error: { code: "bundle_missing", message: "cards: gone" } });
  await expect(call).rejects.toBeInstanceOf(VitrineError);
  await expect(call).rejects.toMatchObject({ code: "bundle_missing", message: "cards: gone" });
});

it("fails the calls in flight when the worker dies, and all later ones", async () => {
  const call = ask("lamp");
  connection.onfailure("out of memory");
  const crashed = { code: "crashed", message: "the web worker stopped: out of memory" };
  await expect(call).rejects.toMatchObject(crashed);
  await expect(ask("rug")).rejects.toMatchObject(crashed);
  expect(session.failed).toBe(true);
});

it("ends after a call without an answer", async () => {
  const hanging = session.call("search", { query: "lamp" }, { timeout: 20 });
  const behind = ask("rug");
  await expect(hanging).rejects.toMatchObject({ code: "timeout" });
  await expect(behind).rejects.toMatchObject({ code: "crashed" });
});

it("refuses what cannot be cloned", async () => {
  const request = { query: "lamp", limit: (() => 5) as unknown as number };
  await expect(session.call("search", request, { timeout: 5000 })).rejects.toMatchObject({ code: "bad_request" });
});
