// Writes the third-party notices of everything that is linked into bin/vitrine
// and dist. Usage: node web/scripts/notices.mjs OUT
//
// The list is that of the linker and the bundler, not of the lock files, so that
// it names all that is shipped and nothing that is only a tool. Data is listed by
// hand, in linked-packages.mjs.

import { renameSync, writeFileSync } from "node:fs";
import { linkedData, linkedModules, linkedNpmPackages } from "./linked-packages.mjs";
import { noticesText } from "./notices-text.mjs";

const [out] = process.argv.slice(2);
const aside = `${out}.new`;
writeFileSync(aside, noticesText([...linkedModules(), ...linkedNpmPackages(".cache/esbuild"), ...linkedData]));
renameSync(aside, out);
