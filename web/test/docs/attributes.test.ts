import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { sharedAttributes } from "../../src/elements/attributes.ts";
import { commonOptions, optionsOf } from "../../src/tag/attributes.ts";

/** The attributes that a reader of a dataset looks at, without "data-". */
function attributesRead(read: (dataset: Record<string, string | undefined>) => unknown): string[] {
  const seen = new Set<string>();
  const dataset = new Proxy<Record<string, string | undefined>>({}, { get: (_, key) => void seen.add(String(key)) });
  read(dataset);
  return [...seen].map((key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).sort();
}

test("elements have every attribute that they share with the tag", () => {
  const shared = sharedAttributes.filter((name) => name !== "bundle");
  expect([...shared].sort()).toEqual(attributesRead(commonOptions));
});

test("the README has a row for each attribute of the tag, and for nothing else", () => {
  const readme = readFileSync(resolve(import.meta.dirname, "../../../README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| `data-([\w-]+)` \|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(attributesRead((dataset) => optionsOf({ dataset } as unknown as HTMLElement)));
});
