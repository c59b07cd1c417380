import type { ServedManifest } from "./protocol.ts";

/** The manifest has it from a host that compresses the parts on their way. */
const NEGOTIATED = ["Vitrine-Parts", "negotiated"] as const;

/** The manifest as a host sent it. */
export function served(text: string, headers: Headers): ServedManifest {
  return { text, negotiated: headers.get(NEGOTIATED[0]) === NEGOTIATED[1] };
}

/** The headers to keep it with. */
export function headersOf({ negotiated }: ServedManifest): Record<string, string> {
  return negotiated ? { [NEGOTIATED[0]]: NEGOTIATED[1] } : {};
}
