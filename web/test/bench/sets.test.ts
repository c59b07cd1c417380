import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataSets, readQueries } from "../../bench/sets.mjs";

test("the sets that are there are benched, with their own threshold of relevance", () => {
  const folder = mkdtempSync(join(tmpdir(), "sets-"));
  mkdirSync(join(folder, "homedepot"));
  writeFileSync(join(folder, "homedepot", "products.jsonl.gz"), "");
  expect(dataSets(folder)).toEqual([
    {
      name: "homedepot",
      products: join(folder, "homedepot/products.jsonl.gz"),
      queries: join(folder, "homedepot/queries.tsv"),
      qrels: join(folder, "homedepot/qrels.txt"),
      relevantFrom: 1.33,
    },
  ]);
});

test("a folder without any set is an error that names what it should hold", () => {
  expect(() => dataSets("/no/such/folder")).toThrow(/no data set\n {2}hint: .*icecat, homedepot, crowdflower/);
});

test("queries are an identifier and the text behind the first tab", () => {
  const file = join(mkdtempSync(join(tmpdir(), "queries-")), "queries.tsv");
  writeFileSync(file, "q1\tdesk lamp\nq2\ta\tb\r\n");
  expect(readQueries(file)).toEqual([
    { id: "q1", text: "desk lamp" },
    { id: "q2", text: "a\tb" },
  ]);
});
