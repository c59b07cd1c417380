import { describe, expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { FAULTS, fail } from "./faults.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);
/** Stalls are noticed after eight seconds; a test need not wait for that. */
const stallTimeout = 400;

const files = { manifest: /manifest/, part: /lexicon/, chunk: /cards/, engine: /vitrine\.wasm/, worker: /worker-/ };

describe.each(Object.entries(files))(
  "where the first answer about the %s fails, the shopper does not notice:",
  (_, file) => {
    it.each(Object.entries(FAULTS))("it %s", async (_, fault) => {
      const { page, shop } = fixture;
      const failed = fail(shop, file, fault, 1);
      expect(await openEngine(page, { stallTimeout })).toHaveProperty("value.status", "ok");
      expect(await search(page, "orla lamp")).toMatchObject({ value: expect.arrayContaining(["lamp-1"]) });
      expect(failed()).toBe(1);
    });
  },
);

describe.each([
  ["manifest", files.manifest, "bundle_missing", "manifest.json: "],
  ["part", files.part, "bundle_missing", "lexicon-"],
  ["engine", files.engine, "unavailable", "vitrine.wasm"],
  ["worker", files.worker, "unavailable", "worker-"],
])("where the %s never comes,", (_, file, code, message) => {
  it.each(["loses its connection", "stalls before its first byte"])(
    "since it %s, that is said, and it can be tried again",
    async (how) => {
      const { page, shop } = fixture;
      fail(shop, file, FAULTS[how] ?? (() => {}));
      expect(await openEngine(page, { stallTimeout: 200 })).toMatchObject({
        code,
        message: expect.stringContaining(message),
      });
      shop.intercept = () => false;
      expect(await openEngine(page, { stallTimeout })).toHaveProperty("value.status", "ok");
    },
  );
});
