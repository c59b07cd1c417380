import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readSizes, replaceSizes } from "../../scripts/readme-sizes.mjs";
import { exceeded, markdown, sizes } from "../../scripts/sizes.mjs";

const root = resolve(import.meta.dirname, "../../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

test("every link to a file of the repository leads somewhere", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? "");
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(join(dirname(join(root, "README.md")), link)))).toEqual([]);
});

test("sizes are within their budgets, and the README's are those of this build within 5 %", {
  timeout: 120_000,
}, () => {
  const budgets = JSON.parse(readFileSync(join(root, "web/budgets.json"), "utf8"));
  const rows = sizes(join(root, "dist"), join(root, "dist/demo/bundle"), budgets);
  expect(exceeded(rows)).toEqual([]);

  const measured = readSizes(replaceSizes(readme, markdown(rows)));
  const written = readSizes(readme);
  expect([...written.keys()], "run ./build.sh size").toEqual([...measured.keys()]);
  for (const [name, kilobytes] of measured) {
    for (const [column, size] of kilobytes.entries()) {
      const difference = Math.abs((written.get(name)?.[column] ?? 0) / size - 1);
      expect(difference, `${name}: run ./build.sh size`).toBeLessThan(0.05);
    }
  }
});
