import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { cornerShop, DIST } from "../built.ts";
import { install } from "./installed.ts";

const tsc = join(DIST, "../node_modules/typescript/bin/tsc");
let project: string;
beforeAll(() => {
  project = install();
});

const consumer = `
import { connect, init, results, type Filters, type SearchResponse } from "vitrine-search";
import { VitrineResults } from "vitrine-search/elements";
import { openEngine } from "vitrine-search/engine";

const scope: Filters = { category: ["Furniture"], price: { max: 50 } };
const search = init({ bundle: "/bundle/", input: "#search", limit: 12 });
search.open();
results({ bundle: "/bundle/", into: "#results", scope }).search("lamp");
export async function hits(): Promise<SearchResponse> {
  const engine = await connect({ bundle: "/bundle/" });
  const own = await openEngine({ bundle: new URL("https://shop.example/bundle/") });
  own.close();
  return engine.search({ query: "lamp", filters: { brand: ["Lumen"] } });
}
const element = document.querySelector("vitrine-results");
if (element instanceof VitrineResults) element.scope = scope;
element?.search("lamp");
// @ts-expect-error: a limit is a number
init({ bundle: "/bundle/", input: "#search", limit: "12" });
`;

test.each(["bundler", "nodenext"])("a strict project with moduleResolution %s has every type", (moduleResolution) => {
  writeFileSync(join(project, "consumer.ts"), consumer);
  const module = moduleResolution === "bundler" ? "esnext" : "nodenext";
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: "es2022",
        lib: ["es2022", "dom", "dom.iterable"],
        types: [],
        module,
        moduleResolution,
      },
      files: ["consumer.ts"],
    }),
  );
  const check = () => execFileSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" });
  expect(check()).toBe("");
});

test("every module can be imported in Node, and the engine for Node searches", () => {
  const program = `
    const names = ["vitrine-search", "vitrine-search/elements", "vitrine-search/engine", "vitrine-search/node"];
    const modules = await Promise.all(names.map((name) => import(name)));
    const wasm = import.meta.resolve("vitrine-search/vitrine.wasm");
    const engine = await modules[3].open(${JSON.stringify(cornerShop())});
    const { total } = await engine.search({ query: "lamp" });
    engine.close();
    console.log(JSON.stringify({ exports: modules.map((module) => Object.keys(module).sort()), wasm, total }));
  `;
  writeFileSync(join(project, "imports.mjs"), program);
  const said = JSON.parse(execFileSync(process.execPath, ["imports.mjs"], { cwd: project, encoding: "utf8" }));
  expect(said.exports[0]).toEqual(["connect", "init", "results"]);
  expect(said.exports[1]).toContain("VitrineResults");
  expect(said.exports[2]).toContain("openEngine");
  expect(said.exports[3]).toContain("open");
  expect(said.wasm).toMatch(/node_modules\/vitrine-search\/dist\/vitrine\.wasm$/);
  expect(said.total).toBeGreaterThan(0);
});
