import { join } from "node:path";
import type * as Node from "../../src/node.ts";
import { DIST } from "../built.ts";

/** The module that a merchant's program imports, as it was built. */
export const { open, VitrineError }: typeof Node = await import(join(DIST, "node.mjs"));
