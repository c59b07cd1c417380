// Prints the sizes, writes them into the README, and fails over a budget.

import { readFileSync, writeFileSync } from "node:fs";
import { replaceSizes } from "./readme-sizes.mjs";
import { exceeded, markdown, sizes } from "./sizes.mjs";

const budgets = JSON.parse(readFileSync("web/budgets.json", "utf8"));
const rows = sizes("dist", "dist/demo/bundle", budgets);
const table = markdown(rows);
console.log(table);

const readme = readFileSync("README.md", "utf8");
const updated = replaceSizes(readme, table);
if (updated !== readme) writeFileSync("README.md", updated);

for (const { name, bytes, encoding, atMost } of exceeded(rows)) {
  console.error(`size: ${name}: ${bytes[encoding]} bytes of ${encoding}, the budget is ${atMost}`);
  console.error("  hint: web/budgets.json has the budgets; raise one only with its reason in the commit");
  process.exitCode = 1;
}
