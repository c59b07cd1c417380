// The Cloudflare Worker: one resident Go program answers the isolate's requests.
// The Go side (wasm/edge, wasm/internal/resident) decides everything about HTTP;
// here requests are taken apart and responses put together, because both belong
// to the request that is being handled and must not cross into another.

import { env, waitUntil } from "cloudflare:workers";
import program from "./edge.wasm";
import kernel from "./kernel.wasm";
import { Resident } from "./resident.mjs";

/** Any host will do: the assets binding looks at the path only. */
const BUNDLE = "https://assets.invalid/bundle/";

/**
 * Brings one file of the bundle for the Go program. The file may be waited for
 * by other requests than the one whose turn it is, so that one stays alive until
 * the file is here, even if its own caller has gone.
 */
function readBundleFile(file) {
  const bytes = fetchBundleFile(file);
  waitUntil(bytes.catch(() => {}));
  return bytes;
}

async function fetchBundleFile(file) {
  const response = await env.ASSETS.fetch(BUNDLE + file);
  if (!response.ok) {
    throw new Error(`the Worker's assets answered ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

const seconds = Number(env.VITRINE_DEADLINE ?? 20);
if (!(seconds > 0)) {
  throw new Error(
    `VITRINE_DEADLINE: "${env.VITRINE_DEADLINE}" is not a number of seconds (hint: set it in wrangler.jsonc)`,
  );
}
const resident = new Resident(program, kernel, { ...env, VITRINE_BUNDLE: readBundleFile }, seconds * 1000);

export default {
  async fetch(request) {
    const { method, url, headers } = request;
    const answer = await resident.handle(method, url, headers.get("origin") ?? "");
    // A status such as 204 takes no body, not even an empty one.
    return new Response(answer.body || null, { status: answer.status, headers: answer.headers });
  },
};
