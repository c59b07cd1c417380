// The cost curve as a table for the README: one row for each size of catalogue.

const heading = [
  ...["products", "build", "build memory", "index raw", "gzip", "brotli"],
  ...["open", "of it the bundle", "first query", "p50", "p95", "typing p95", "p95 in Node", "memory"],
];

/**
 * @param {any[]} points what scale.mjs measured of each size
 * @returns {string} a Markdown table; times but the build's are Chromium's
 */
export function scaleTable(points) {
  const rows = points.map(({ products, build, bytes: { index }, times: { node, chromium } }) => [
    products.toLocaleString("en"),
    `${build.seconds.toFixed(1)} s`,
    `${(build.peakBytes / 1e6).toFixed(0)} MB`,
    ...[index.raw, index.gzip, index.brotli].map(megabytes),
    `${chromium.open.toFixed(0)} ms`,
    `${chromium.bundle.toFixed(0)} ms`,
    ...[chromium.first, chromium.engine.p50, chromium.engine.p95, chromium.typing.p95, node.engine.p95].map(
      (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`,
    ),
    `${(chromium.memoryBytes / 1e6).toFixed(0)} MB`,
  ]);
  const rule = heading.map(() => "---:");
  return [heading, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1)} MB`;
}
