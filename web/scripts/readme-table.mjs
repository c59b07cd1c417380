// The tables in the README that programs write, each between two markers.

/**
 * @param {string} readme
 * @param {string} name the markers are <!-- name --> and <!-- /name -->
 * @param {string} table
 * @returns {string} the README with the table in its place
 */
export function replaceTable(readme, name, table) {
  const block = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!block.test(readme)) throw new Error(`README.md: no <!-- ${name} --> ... <!-- /${name} -->`);
  return readme.replace(block, (_, open, close) => `${open}${table}\n${close}`);
}
