import { once } from "node:events";
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { cornerShop, TESTDATA, temporaryFolder } from "../built.ts";
import { open } from "./engine.ts";

let shop: string;
beforeAll(() => {
  shop = cornerShop();
});

it("opens a folder named by a file URL", async () => {
  const engine = await open(pathToFileURL(shop));
  expect((await engine.search({ query: "rug" })).hits).not.toEqual([]);
  engine.close();
});

it.each(readdirSync(join(TESTDATA, "bundles")))("opens a bundle of format %s, as it was kept", async (version) => {
  const engine = await open(join(TESTDATA, "bundles", version));
  expect((await engine.search({ query: "rug" })).hits).not.toEqual([]);
  engine.close();
});

it("opens one bundle several times", async () => {
  const engines = await Promise.all([open(shop), open(shop), open(shop)]);
  engines[0]?.close();
  const answers = await Promise.all(engines.slice(1).map((engine) => engine.search({ query: "rug" })));
  expect(answers[0]?.hits).toEqual(answers[1]?.hits);
  for (const engine of engines) engine.close();
});

it("has both stages of its ranking from the first answer on", async () => {
  const engine = await open(shop);
  expect(await engine.health()).toMatchObject({ second_stage: true });
  engine.close();
});

it("warns of a second stage that is damaged, and goes on by the first", async () => {
  const folder = copy();
  truncateSync(partOf(folder, "embeddings"), 100);
  const warned = once(process, "warning");
  const engine = await open(folder);
  expect((await warned)[0]).toMatchObject({
    name: "VitrineWarning",
    code: "bundle_corrupt",
    message: expect.stringMatching(/^the first stage ranks alone, .*embeddings-.* 100 bytes/),
  });
  expect(await engine.health()).toMatchObject({ status: "ok", second_stage: false });
  expect((await engine.search({ query: "rug" })).hits).not.toEqual([]);
  engine.close();
});

describe("a folder that is no good bundle", () => {
  it("does not exist", async () => {
    await expect(open(join(shop, "nowhere"))).rejects.toMatchObject({
      code: "not_a_bundle",
      message: expect.stringMatching(/nowhere.manifest\.json: .*vitrine build --out/),
    });
  });

  it.each([
    ["a page where the manifest should be", "<!doctype html>", "not_a_bundle", "is no JSON"],
    ["another program's manifest", '{"name": "shop"}', "not_a_bundle", "does not list the parts"],
    ["no JSON object at all", "null", "not_a_bundle", "does not list the parts"],
    ["a part outside of the folder", manifestOf("../secret", 1), "not_a_bundle", "does not list the parts"],
    ["a later version", '{"format": 99, "features": 3, "parts": [], "cards": []}', "bundle_version", "bundle v99"],
  ])("has %s", async (_, manifest, code, message) => {
    const folder = copy();
    writeFileSync(join(folder, "manifest.json"), manifest);
    await expect(open(folder)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it("lacks a part", async () => {
    const folder = copy();
    rmSync(partOf(folder, "lexicon"));
    await expect(open(folder)).rejects.toMatchObject({
      code: "bundle_missing",
      message: expect.stringMatching(/^lexicon-.*upload the whole bundle again/),
    });
  });

  it("has a truncated part", async () => {
    const folder = copy();
    truncateSync(partOf(folder, "columns"), 100);
    await expect(open(folder)).rejects.toMatchObject({
      code: "bundle_corrupt",
      message: expect.stringMatching(/^columns-.* 100 bytes, the manifest says/),
    });
  });

  it("has a part with a changed byte", async () => {
    const folder = copy();
    const path = partOf(folder, "lexicon");
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(open(folder)).rejects.toMatchObject({ code: "bundle_corrupt" });
  });
});

function copy(): string {
  const folder = temporaryFolder();
  cpSync(shop, folder, { recursive: true });
  return folder;
}

function partOf(folder: string, name: string): string {
  return join(folder, readdirSync(folder).find((file) => file.startsWith(`${name}-`)) ?? name);
}

function manifestOf(file: string, bytes: number): string {
  return JSON.stringify({ format: 3, features: 3, parts: [{ name: "lexicon", file, bytes }], cards: [] });
}
