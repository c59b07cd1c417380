// The files in which reports stay.

import { renameSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

/**
 * @param {string} folder
 * @param {string} name the file's
 * @param {object} report gets the machine that it was measured on
 * @returns {string} the file's path
 */
export function writeReport(folder, name, report) {
  const machine = { cpu: cpus()[0].model, cores: cpus().length, node: process.version };
  const file = join(folder, name);
  writeFileSync(`${file}.new`, `${JSON.stringify({ machine, ...report }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return file;
}
