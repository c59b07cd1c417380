// The engine as native code: `vitrine serve`, asked over HTTP on this machine.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { ask } from "./ask.mjs";

const startMilliseconds = 30_000;

/** @type {import("./hosts.mjs").hosts[string]["measure"]} */
export async function measure(set, workload) {
  const port = `${await freePort()}`;
  const address = `127.0.0.1:${port}`;
  const begin = performance.now();
  const server = spawn(
    "bin/vitrine",
    ["serve", "--bundle", set.bundle, "--host", "127.0.0.1", "--port", port, "--quiet"],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  try {
    await untilHealthy(address, server);
    const open = performance.now() - begin;
    return { open, ...(await ask(remote(address), workload)) };
  } finally {
    server.kill();
  }
}

/** An engine that is asked over HTTP. */
function remote(address) {
  const get = async (what, { query, limit, no_products }) => {
    const parameters = new URLSearchParams({ q: query, limit });
    if (no_products) parameters.set("no_products", "1");
    const response = await fetch(`http://${address}/v1/${what}?${parameters}`);
    if (!response.ok) throw new Error(`native: "${query}": ${response.status} ${await response.text()}`);
    return response.json();
  };
  return { search: (request) => get("search", request), suggest: (request) => get("suggest", request) };
}

async function untilHealthy(address, server) {
  const deadline = performance.now() + startMilliseconds;
  while (performance.now() < deadline && server.exitCode === null) {
    const response = await fetch(`http://${address}/v1/health`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`native: vitrine serve did not answer on ${address}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
