import { toVitrineError, VitrineError } from "./errors.ts";
import { Host } from "./host.ts";
import { HTTPStorage } from "./http_storage.ts";
import type { Call, EarlyManifest, Port, ToEngine, ToPage } from "./protocol.ts";

/** Lets the calls in that have come meanwhile. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Answers the calls that come through a port, until the message that closes it. */
export function serve(port: Port<ToEngine, ToPage>): void {
  const inFlight = new Map<number, AbortController>();
  let host: Promise<Host> | undefined;
  let arrived: (manifest: EarlyManifest) => void;
  const early = new Promise<EarlyManifest>((resolve) => {
    arrived = resolve;
  });

  const run = async (call: Call, signal: AbortSignal): Promise<string> => {
    if (call.method === "open") {
      const { bundle, wasm, manifest } = call.request;
      if (manifest !== undefined) {
        arrived(manifest);
      }
      const storage = new HTTPStorage(bundle, wasm, early);
      host = Host.open(storage, { warn: (warning) => port.postMessage({ warning: warning.toWire() }), pause });
      await host;
      return "null";
    }
    if (!host) {
      throw new VitrineError("closed", "no bundle is open");
    }
    const engine = await host;
    switch (call.method) {
      case "search":
        return engine.search(call.request, signal);
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
    if ("manifest" in data) {
      arrived(data.manifest);
      return;
    }
    if ("close" in data) {
      port.onmessage = null;
      void host?.then((engine) => engine.close());
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
  port.postMessage({ ready: true });
}
