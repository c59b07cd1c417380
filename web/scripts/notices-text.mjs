// The text of the third-party notices.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Such as LICENSE, LICENSE-MIT, LICENCE.txt, table.LICENSE; not license.go.
const licenceFile =
  /^(licen[cs]e|copying|notice|unlicense|patents|authors)(-.*|\.(?!go$|[cm]?[jt]s$|json$).+)?$|\.licen[cs]e$/i;
const mustHave = /^(licen[cs]e|copying|unlicense)(-.*|\.(?!go$|[cm]?[jt]s$|json$).+)?$|\.licen[cs]e$/i;
const rule = "-".repeat(78);

/**
 * One entry for each package, with every licence and notice that its folders hold.
 * @param {import("./linked-packages.mjs").Linked[]} packages
 */
export function noticesText(packages) {
  const heading =
    "Vitrine links the following software and data by others, in bin/vitrine or in the\n" +
    "files of dist. Each stands here with the licence under which it is used. The data\n" +
    "comes last; what it says of single words and characters passes into the bundles\n" +
    "that bin/vitrine makes with it.\n";
  return [heading, ...packages.map(entry)].join("\n");
}

function entry({ name, version, folders }) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((each) => each.isFile() && licenceFile.test(each.name))
      .map((each) => ({ name: each.name, text: readFileSync(join(folder, each.name), "utf8") })),
  );
  if (!files.some((file) => mustHave.test(file.name))) {
    throw new Error(`${name} ${version}: no licence in ${folders.join(", ")}; it cannot be shipped without one`);
  }
  const texts = [...new Set(files.map((file) => plain(file.text)))];
  return `${rule}\n${name} ${version}\n${rule}\n\n${texts.join("\n\n")}\n`;
}

/** The text with one kind of line ending and nothing at its ends. */
function plain(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();
}
