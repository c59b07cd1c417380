// The table of sizes in the README.

import { replaceTable } from "./readme-table.mjs";

const block = /<!-- sizes -->\n[\s\S]*?<!-- \/sizes -->/;

/** The README with the table in its place. */
export function replaceSizes(readme, table) {
  return replaceTable(readme, "sizes", table);
}

/**
 * @returns {Map<string, number[]>} the kB of each row of the README's table, by the row's name
 */
export function readSizes(readme) {
  const rows = (readme.match(block)?.[0] ?? "").split("\n").filter((line) => / kB \|/.test(line));
  return new Map(
    rows.map((row) => {
      const [name, ...cells] = row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [name, cells.slice(0, 3).map((cell) => Number.parseFloat(cell))];
    }),
  );
}
