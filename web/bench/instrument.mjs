// Watches how this thread starts a Go program: it stands between the program's
// loader and WebAssembly, in a web worker as in Node, so that the loader that is
// measured is the one that shops get.

/**
 * @typedef {{start: number, started: number, memoryBytes: number}} Watched
 *   `start` is how many milliseconds the program took that started last, from
 *   compiling it to the end of Go's own initialisation; `started` is when that
 *   was, in milliseconds of the epoch; `memoryBytes` is its WebAssembly memory
 *   now, which only ever grows
 */

/**
 * Begins to watch; call it before the loader is imported.
 * @returns {() => Watched}
 */
export function instrument() {
  const { compile, compileStreaming, instantiate } = WebAssembly;
  let compiled = 0;
  const watched = { start: 0, started: 0 };
  let memory;

  const timed = async (work) => {
    const begin = performance.now();
    const result = await work();
    return { result, milliseconds: performance.now() - begin };
  };
  const compiling = (original) => async (source) => {
    const { result, milliseconds } = await timed(() => original.call(WebAssembly, source));
    compiled = milliseconds;
    return result;
  };
  WebAssembly.compile = compiling(compile);
  if (compileStreaming) WebAssembly.compileStreaming = compiling(compileStreaming);
  WebAssembly.instantiate = async (module, imports) => {
    const { result, milliseconds } = await timed(() => instantiate.call(WebAssembly, module, imports));
    if (!result.exports?.run) return result; // some other module, such as the kernel
    memory = result.exports.mem;
    const run = (...parameters) => {
      const begin = performance.now();
      result.exports.run(...parameters);
      watched.start = compiled + milliseconds + performance.now() - begin;
      watched.started = performance.timeOrigin + performance.now();
    };
    // Go's glue asks for an Instance and uses its exports alone.
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: { ...result.exports, run } } });
  };
  return () => ({ ...watched, memoryBytes: memory?.buffer.byteLength ?? 0 });
}
