import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { en } from "../../src/i18n/en.ts";

const folder = resolve(import.meta.dirname, "../../src");
const speaking = [...readdirSync(join(folder, "ui")).map((name) => join("ui", name)), "i18n/locale.ts"]
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

test("every text is said somewhere", () => {
  const said = (key: string) =>
    new RegExp(`\\btext\\.${key}\\b|\\b${key}\\b[^;=]*} = [\\w.]*\\btext\\b`).test(speaking);
  expect(Object.keys(en).filter((key) => !said(key))).toEqual([]);
});
