/** The npm package as `npm pack` makes it, installed without a network into a project of its own. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { temporaryFolder } from "../built.ts";

const root = join(import.meta.dirname, "../../..");
export const examples = join(root, "web/examples");

export function install(): string {
  const project = temporaryFolder();
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  npm(root, "pack", "--ignore-scripts", "--pack-destination", project);
  const [packed] = readdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "shop", private: true, type: "module" }));
  npm(project, "install", "--offline", "--no-audit", "--no-fund", `./${packed}`);
  // The frameworks are the project's own; it has them as this repository does.
  for (const name of ["react", "react-dom", "scheduler", "vue", "@vue", "@types", "csstype"]) {
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
  }
  return project;
}

/** Builds an example against the installed package, into a folder of the site. */
export async function buildExample(project: string, name: string, site: string): Promise<void> {
  const source = join(project, name);
  cpSync(join(examples, name), source, { recursive: true });
  const [entry] = readdirSync(source).filter((file) => file.startsWith("main."));
  const out = join(site, name);
  mkdirSync(out, { recursive: true });
  await esbuild.build({
    entryPoints: [join(source, `${entry}`)],
    outfile: join(out, "main.js"),
    bundle: true,
    format: "esm",
    minify: true,
    jsx: "automatic",
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    absWorkingDir: project,
  });
  cpSync(join(source, "index.html"), join(out, "index.html"));
  const dist = join(project, "node_modules/vitrine-search/dist");
  // A bundler takes the modules along; the worker and the engine lie beside what it made.
  for (const file of readdirSync(dist)) {
    if (/^worker-.*\.js$|^vitrine\.wasm$/.test(file)) cpSync(join(dist, file), join(out, file));
  }
}
