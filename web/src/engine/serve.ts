import { toVitrineError, VitrineError } from "./errors.ts";
import { Expected } from "./expected.ts";
import { Host } from "./host.ts";
import { HTTPStorage } from "./http_storage.ts";
import type { Call, EarlyManifest, EarlyModule, Port, ToEngine, ToPage } from "./protocol.ts";

/** Lets the calls in that have come meanwhile. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Answers the calls that come through a port, until the message that closes it. */
export function serve(port: Port<ToEngine, ToPage>): void {
  const inFlight = new Map<number, AbortController>();
  let host: Promise<Host> | undefined;
  const manifest = new Expected<EarlyManifest>();
  const module = new Expected<EarlyModule>();

  const refresh = () => void host?.then((engine) => engine.refresh()).catch(() => {});

  const run = async (call: Call, signal: AbortSignal): Promise<string> => {
    if (!host) {
      throw new VitrineError("closed", "no bundle is open");
    }
    const engine = await host;
    switch (call.method) {
      case "open":
        return JSON.stringify((await engine.bundle()) ?? null);
      case "search":
        return engine.search(call.request, signal);
      case "hit":
        return engine.hit(call.request, signal);
      case "suggest":
        return engine.suggest(call.request, signal);
      case "health":
        return engine.health();
    }
  };

  port.onmessage = async ({ data }) => {
    if ("cancel" in data) {
      inFlight.get(data.cancel)?.abort();
      return;
    }
    if ("start" in data) {
      const early = { manifest: manifest.value, module: module.value };
      const storage = new HTTPStorage(data.start, early, refresh);
      host = Host.open(storage, {
        warn: (warning) => port.postMessage({ warning: warning.toWire() }),
        onCompleted: () => port.postMessage({ completed: true }),
        pause,
      });
      // Whoever waits for it to open is told.
      host.catch(() => {});
      return;
    }
    if ("manifest" in data) {
      manifest.settle(data.manifest);
      return;
    }
    if ("module" in data) {
      module.settle(data.module);
      return;
    }
    if ("refresh" in data) {
      refresh();
      return;
    }
    if ("close" in data) {
      port.onmessage = null;
      void host?.then((engine) => engine.close()).catch(() => {});
      return;
    }
    const controller = new AbortController();
    inFlight.set(data.id, controller);
    try {
      port.postMessage({ id: data.id, result: await run(data, controller.signal) });
    } catch (error) {
      port.postMessage({ id: data.id, error: toVitrineError(error).toWire() });
    } finally {
      inFlight.delete(data.id);
    }
  };
  // Only a module could be unreadable here.
  port.onmessageerror = () => module.settle(null);
  port.postMessage({ ready: true });
}
