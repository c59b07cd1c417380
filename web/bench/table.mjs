// The bench's report as tables for people.

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const milliseconds = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const figure = (value) => (value === undefined ? "" : value.toFixed(3));

/** The metrics of `vitrine eval --json` that are shown; the report has them all. */
const metrics = ["ndcg@10_full", "ndcg@10_judged", "recall@10", "recall@200", "mrr@10", "zero_rate"];

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
    Object.entries(set.times).map(([host, { open, first, engine }]) => [
      set.name,
      host,
      ...[open, first, engine.p50, engine.p95, engine.p99, engine.max].map(milliseconds),
    ]),
  );
  return [
    grid(["set", "products", "build", "peak", "index", "gzip", "brotli", "cards brotli"], builds),
    grid(["set", "system", ...metrics], qualities),
    grid(["set", "host", "open", "first query", "p50", "p95", "p99", "max"], times),
  ].join("\n\n");
}

/** A Markdown table whose columns are as wide as their widest cell. */
function grid(heading, rows) {
  const lines = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const draw = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [draw(heading), rule, ...rows.map(draw)].join("\n");
}
