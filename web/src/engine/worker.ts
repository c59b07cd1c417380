/**
 * The module of the web worker, and of the engine in a page where workers cannot
 * start: there the client imports it and calls serve with a port of its own.
 */
import type { Port, ToEngine, ToPage } from "./protocol.ts";
import { serve } from "./serve.ts";

export { serve };

if (typeof document === "undefined") {
  serve(globalThis as unknown as Port<ToEngine, ToPage>);
}
