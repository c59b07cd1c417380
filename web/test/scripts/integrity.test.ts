import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { snippet } from "../../scripts/integrity-snippet.mjs";
import { DIST } from "../built.ts";

const digests: Record<string, string> = JSON.parse(readFileSync(join(DIST, "integrity.json"), "utf8"));
const digest = (algorithm: string, content: string | Buffer) =>
  `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
const command = join(import.meta.dirname, "../../scripts/integrity.mjs");

test("the build has the digest of every script that pages load", () => {
  const scripts = readdirSync(DIST).filter((name) => name.endsWith(".js"));
  expect(Object.keys(digests).sort()).toEqual(scripts.sort());
  for (const name of scripts) expect(digests[name], name).toBe(digest("sha384", readFileSync(join(DIST, name))));
});

test.each([
  ["https://cdn.example/vitrine/", "https://cdn.example/vitrine/"],
  ["https://cdn.example/vitrine", "https://cdn.example/vitrine/"],
  ["/vitrine/", "/vitrine/"],
  ["./", "./"],
  ["../scripts", "../scripts/"],
  ["scripts/", "./scripts/"],
])("the folder %s is a place that an import map understands", (folder, begins) => {
  const { importMap, tag } = snippet({ "vitrine.js": "sha384-a", "mount-b.js": "sha384-c" }, folder);
  const map = JSON.parse(importMap.replace(/<[^>]*>/g, ""));
  expect(map).toEqual({ integrity: { [`${begins}vitrine.js`]: "sha384-a", [`${begins}mount-b.js`]: "sha384-c" } });
  expect(tag).toContain(`src="${begins}vitrine.js" integrity="sha384-a"`);
});

test("what is printed is the map, its own digest for the policy, and the tag", () => {
  const printed = execFileSync(process.execPath, [command, "https://cdn.example/vitrine/", DIST], { encoding: "utf8" });
  const [, map = ""] = /<script type="importmap">([^<]*)<\/script>/.exec(printed) ?? [];
  expect(printed).toContain(`'${digest("sha256", map)}'`);
  expect(printed).toContain(`integrity="${digests["vitrine.js"]}"`);
});

test("without an address it says what is missing", () => {
  const { status, stderr } = spawnSync(process.execPath, [command], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toContain("hint: node web/scripts/integrity.mjs /vitrine/");
});
