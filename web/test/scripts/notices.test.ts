import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { between, linkedData, linkedNpmPackages, npmFolder } from "../../scripts/linked-packages.mjs";
import { noticesText } from "../../scripts/notices-text.mjs";

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "notices-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test("an entry holds every licence and notice once, and no other file", () => {
  const top = folderWith({
    LICENSE: "first terms\r\n",
    "NOTICE.txt": "a notice",
    "license.go": "package x",
    "README.md": "manual",
  });
  const below = folderWith({ "LICENCE-MIT": "another", COPYING: "first terms" });
  const text = noticesText([{ name: "m", version: "v1", folders: [top, below] }]);
  for (const part of ["m v1", "first terms", "a notice", "another"]) expect(text.split(part)).toHaveLength(2);
  expect(text).not.toMatch(/package x|manual|\r/);
});

test("data stands with its licences", () => {
  const text = noticesText(linkedData);
  for (const part of [
    "Public Domain Dedication and License v1.0",
    "GRAYPE Systems",
    "WordNet 3.1 Copyright 2011 by Princeton University",
    "Apache License",
  ]) {
    expect(text).toContain(part);
  }
});

test("a package without a licence cannot be shipped", () => {
  const folder = folderWith({ AUTHORS: "somebody" });
  expect(() => noticesText([{ name: "m", version: "v1", folders: [folder] }])).toThrow("m v1: no licence in");
});

test("a package counts if one of its bytes is in an output", () => {
  const folder = mkdtempSync(join(tmpdir(), "notices-"));
  for (const name of ["linked", "shaken-off"]) {
    mkdirSync(join(folder, "node_modules", name), { recursive: true });
    writeFileSync(join(folder, "node_modules", name, "package.json"), JSON.stringify({ name, version: "1.0.0" }));
  }
  const inputs = {
    [join(folder, "node_modules/linked/index.js")]: { bytesInOutput: 1 },
    [join(folder, "node_modules/shaken-off/index.js")]: { bytesInOutput: 0 },
    "web/src/vitrine.ts": { bytesInOutput: 9 },
  };
  writeFileSync(join(folder, "widget.json"), JSON.stringify({ outputs: { "vitrine.js": { inputs } } }));
  expect(linkedNpmPackages(folder).map((each: { name: string }) => each.name)).toEqual(["linked"]);
});

test("the folder of an npm package is the innermost", () => {
  expect(npmFolder("node_modules/@lit/element/lib/a.js")).toBe("node_modules/@lit/element");
  expect(npmFolder("node_modules/a/node_modules/b/c.js")).toBe("node_modules/a/node_modules/b");
  expect(npmFolder("web/src/vitrine.ts")).toBeUndefined();
});

test("licences are looked for from a module's top down to each linked package", () => {
  expect(between("/m", "/m/a/b")).toEqual(["/m", "/m/a", "/m/a/b"]);
});
