// Puts the SIMD kernel into the scripts that run the engine.

import { assembleKernel } from "../wasm/kernel/assemble.mjs";

/** An esbuild plugin that answers imports of "./kernel_wasm.js" with the kernel's bytes. */
export const kernelWasm = {
  name: "kernel_wasm",
  setup(build) {
    build.onResolve({ filter: /\/kernel_wasm\.js$/ }, () => ({ path: "kernel_wasm.js", namespace: "kernel" }));
    build.onResolve({ filter: /^kernel\.wasm$/, namespace: "kernel" }, ({ path }) => ({ path, namespace: "kernel" }));
    build.onLoad({ filter: /\.js$/, namespace: "kernel" }, () => ({
      contents: 'export { default as kernel } from "kernel.wasm";',
    }));
    build.onLoad({ filter: /\.wasm$/, namespace: "kernel" }, async () => ({
      contents: await assembleKernel(),
      loader: "binary",
    }));
  },
};
