// Prints what a page needs for its browser to check the scripts of dist/ (HOSTING.md):
// the policy's source for the import map, that map, and the tag.
//
//   node web/scripts/integrity.mjs https://cdn.example/vitrine/ [FOLDER]

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { snippet } from "./integrity-snippet.mjs";

const [folder, dist = "dist"] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    "integrity: say the address of the folder that the scripts are in\n  hint: node web/scripts/integrity.mjs /vitrine/",
  );
  process.exit(2);
}
const { source, importMap, tag } = snippet(JSON.parse(readFileSync(join(dist, "integrity.json"), "utf8")), folder);
console.log(
  `In the policy's script-src:\n\n  ${source}\n\nIn the page's head, before any other module:\n\n${importMap}\n${tag}`,
);
