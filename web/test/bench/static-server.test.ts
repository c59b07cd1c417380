import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveFolders } from "../../bench/static-server.mjs";

test("files are served below their prefix, isolated, and nothing beside them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "served-"));
  writeFileSync(join(folder, "vitrine.wasm"), "wasm");
  const server = await serveFolders({ "/dist/": folder });
  try {
    const found = await fetch(`${server.address}/dist/vitrine.wasm`);
    expect(await found.text()).toBe("wasm");
    expect(found.headers.get("content-type")).toBe("application/wasm");
    expect(found.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    for (const path of ["/dist/none.js", "/dist/%2e%2e/secret", "/other/vitrine.wasm"]) {
      expect((await fetch(server.address + path)).status, path).toBe(404);
    }
  } finally {
    await server.close();
  }
});
