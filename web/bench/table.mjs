// The bench's report as tables for people.

const megabytes = (bytes) => (bytes === undefined ? "" : `${(bytes / 1e6).toFixed(bytes < 1e8 ? 2 : 0)} MB`);
const milliseconds = (value) => (value === undefined ? "" : `${value.toFixed(value < 10 ? 2 : 0)} ms`);
const figure = (value) => (value === undefined ? "" : value.toFixed(3));
const ratio = (value) => `${value.toFixed(1)} x`;

/** The metrics of `vitrine eval --json` that are shown; the report has them all. */
const metrics = ["ndcg@10_full", "ndcg@10_judged", "recall@10", "recall@200", "mrr@10", "zero_rate"];
/** Those that a run of the first 200 products has. */
const runMetrics = ["ndcg@10_full", "recall@10", "recall@200", "mrr@10"];

/** @param {{sets: any[]}} report */
export function table({ sets }) {
  const builds = sets.map(({ name, products, build, bytes }) => [
    name,
    products.toLocaleString("en"),
    `${build.seconds.toFixed(1)} s`,
    megabytes(build.peakBytes),
    megabytes(bytes.index.raw),
    megabytes(bytes.index.gzip),
    megabytes(bytes.index.brotli),
    megabytes(bytes.cards.brotli),
  ]);
  const qualities = sets.flatMap(({ name, quality }) =>
    Object.entries(quality).map(([system, values]) => [
      name,
      system,
      ...metrics.map((metric) => figure(values[metric])),
    ]),
  );
  const times = sets.flatMap((set) =>
    Object.entries(set.times).map(([host, { open, start, bundle, first, engine, typing, memoryBytes }]) => [
      set.name,
      host,
      ...[open, start, bundle, first, engine.p50, engine.p95, engine.p99, engine.max, typing?.p95].map(milliseconds),
      megabytes(memoryBytes),
    ]),
  );
  const timed = ["open", "program", "bundle", "first query", "p50", "p95", "p99", "max", "typing p95", "memory"];
  return [
    grid(["set", "products", "build", "peak", "index", "gzip", "brotli", "cards brotli"], builds),
    grid(["set", "system", ...metrics], qualities),
    grid(["set", "host", ...timed], times),
    ...comparison(sets),
  ].join("\n\n");
}

/** The tables of the engine beside its peers in Node: what they cost, and how well they rank. */
function comparison(sets) {
  const costs = sets.flatMap(({ name, peers: { systems } }) =>
    Object.entries(systems).map(([system, { searching, typing, buildSeconds, memoryBytes, bytes }]) => [
      name,
      system,
      ...[searching.p50, searching.p95, searching.p99].map(milliseconds),
      ratio(searching.p95 / systems.vitrine.searching.p95),
      ...[typing.p50, typing.p95, typing.p99].map(milliseconds),
      ratio(typing.p95 / systems.vitrine.typing.p95),
      `${buildSeconds.toFixed(1)} s`,
      megabytes(memoryBytes),
      megabytes(bytes.raw),
      megabytes(bytes.brotli),
    ]),
  );
  const qualities = sets.flatMap(({ name, peers: { queries, quality } }) =>
    Object.entries(quality).map(([system, values]) => [
      `${name}, ${queries} queries`,
      system,
      ...runMetrics.map((metric) => figure(values[metric])),
    ]),
  );
  const searching = ["p50", "p95", "p99", "to ours"];
  const typing = ["typing p50", "p95", "p99", "to ours"];
  return [
    grid(["set", "in Node", ...searching, ...typing, "build", "memory", "index", "brotli 9"], costs),
    grid(["set", "system", ...runMetrics], qualities),
  ];
}

/** A Markdown table whose columns are as wide as their widest cell. */
export function grid(heading, rows) {
  const lines = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const draw = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [draw(heading), rule, ...rows.map(draw)].join("\n");
}
