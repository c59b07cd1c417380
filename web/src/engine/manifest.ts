import { VitrineError } from "./errors.ts";

/** The name of the only file of a bundle that is not named by its content's hash. */
export const MANIFEST_FILE = "manifest.json";

/**
 * What the loader needs of manifest.json. The engine reads the rest, and says
 * whether it knows the versions.
 */
export interface Manifest {
  parts: PartInfo[];
  cards: PartInfo[];
  /** The compressed forms in which every part also lies beside itself. */
  encodings?: string[];
}

/** Names one file of the bundle; `bytes` is its length without any transfer encoding. */
export interface PartInfo {
  name: string;
  file: string;
  bytes: number;
}

/** The parts of the second stage of the ranking: searches are answered before they are there. */
const SECOND_STAGE = ["embeddings", "reranker"];

export function isSecondStage(part: PartInfo): boolean {
  return SECOND_STAGE.includes(part.name);
}

/** Parses manifest.json. It fails with "not_a_bundle". */
export function parseManifest(text: string): Manifest {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw notABundle("is no JSON");
  }
  const { parts, cards } = (manifest ?? {}) as Partial<Manifest>;
  for (const part of [parts, cards].flat()) {
    if (!isPartInfo(part)) {
      throw notABundle("does not list the parts of a bundle");
    }
  }
  return manifest as Manifest;
}

/** What tells a bundle from others in its answers to the first letters: the file of its lexicon. */
export function bundleOf(text: string): string | undefined {
  return parseManifest(text).parts.find(({ name }) => name === "lexicon")?.file;
}

/** A manifest as the Go program takes it. */
export type FlatManifest = Omit<Manifest, "parts" | "cards"> & { parts: string; cards: string };

/**
 * Writes each list of parts as one text, a line for a part: the program looks at
 * every member of an object by a call across the border, and cards are many.
 */
export function flat(manifest: Manifest): FlatManifest {
  return { ...manifest, parts: lines(manifest.parts), cards: lines(manifest.cards) };
}

function lines(parts: PartInfo[]): string {
  return parts.map(({ name, file, bytes }) => `${name} ${file} ${bytes}\n`).join("");
}

/** Whether every part also lies there as gzip, with ".gz" behind its name. */
export function hasGzip(manifest: Manifest): boolean {
  return Array.isArray(manifest.encodings) && manifest.encodings.includes("gzip");
}

/** Lengths by file name. */
export function lengths(manifest: Manifest): Map<string, number> {
  return new Map([...manifest.parts, ...manifest.cards].map((part) => [part.file, part.bytes]));
}

function isPartInfo(part: unknown): part is PartInfo {
  const { name, file, bytes } = (part ?? {}) as Partial<PartInfo>;
  if (typeof name !== "string" || typeof file !== "string" || typeof bytes !== "number") {
    return false;
  }
  // A file lies in the bundle's folder or below it: no "..", no other scheme.
  return /^[\w-]+$/.test(name) && /^\w[\w.-]*(\/\w[\w.-]*)*$/.test(file);
}

function notABundle(detail: string): VitrineError {
  return new VitrineError(
    "not_a_bundle",
    `${MANIFEST_FILE}: ${detail} (point to the folder that \`vitrine build --out\` wrote)`,
  );
}
