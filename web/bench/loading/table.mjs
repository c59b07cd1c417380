// The report on loading as tables for people, each figure beside its target.

import { grid } from "../table.mjs";
import { kinds } from "./wire.mjs";

const milliseconds = (value) => `${Math.round(value)} ms`;
const kilobytes = (bytes) => (bytes === 0 ? "" : `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`);
const times = (value) => `${value.toFixed(1)} x`;

/** What is promised, in milliseconds and bytes; of the visits for the large shop on a fast network. */
export const targets = {
  tag: { gzip: 6000, task: 50 },
  first: { suggestion: 500, keyword: 2200, reranked: 3200 },
  second: { keyword: 800 },
  paint: { "1x": 32, "4x": 80 },
  inp: 100,
};

const against = (value, target, show) =>
  target === undefined ? show(value) : `${show(value)} ${value <= target ? "≤" : "> !"} ${show(target)}`;

const speed = (slow) => (slow ? "4x" : "1x");

/** @param {{tag: any, proofs: any[], visits: any[], typing: any[]}} report */
export function loadingTable({ tag, proofs, visits, typing }) {
  return [
    grid(
      ["the tag", "gzip", "longest task", "longest task, 4x CPU"],
      [
        [
          "vitrine.js",
          against(tag.gzip, targets.tag.gzip, kilobytes),
          against(tag.task, targets.tag.task, milliseconds),
          milliseconds(tag.slowTask),
        ],
      ],
    ),
    grid(
      ["proof", "CPU", "loop in the page", "in a worker", "100 kB in the page", "in a worker"],
      proofs.map(({ network, slow, loop, download, factor }) => [
        network,
        speed(slow),
        slow ? `${milliseconds(loop.page)}, ${times(factor.page)}` : milliseconds(loop.page),
        slow ? `${milliseconds(loop.worker)}, ${times(factor.worker)}` : milliseconds(loop.worker),
        milliseconds(download.page),
        milliseconds(download.worker),
      ]),
    ),
    grid(
      ["shop", "network", "CPU", "visit", "first suggestion", "keyword search", "re-ranked", "CLS"],
      visits.map((each) => {
        const target = each.large && each.network === "fast 4G" && !each.slow ? targets[each.visit] : {};
        return [
          each.shop,
          each.network,
          speed(each.slow),
          each.visit,
          ...["suggestion", "keyword", "reranked"].map((name) => against(each[name], target[name], milliseconds)),
          each.shifts.toFixed(3),
        ];
      }),
    ),
    grid(
      ["shop", "visit", ...kinds, "all but the shop"],
      visits
        .filter(({ network, slow }) => network === "fast 4G" && !slow)
        .map(({ shop, visit, bytes }) => [
          shop,
          visit,
          ...kinds.map((kind) => kilobytes(bytes[kind])),
          kilobytes(kinds.filter((kind) => kind !== "shop").reduce((sum, kind) => sum + bytes[kind], 0)),
        ]),
    ),
    typingTable(typing),
  ].join("\n\n");
}

/** @param {any[]} typing */
export function typingTable(typing) {
  return grid(
    ["shop", "CPU", "keys", "unchanged", "to paint p50", "p95", "max", "INP", "CLS"],
    typing.map(({ shop, slow, keys, unchanged, paint, inp, shifts }) => [
      shop,
      speed(slow),
      `${keys}`,
      `${unchanged}`,
      milliseconds(paint.p50),
      against(paint.p95, targets.paint[speed(slow)], milliseconds),
      milliseconds(paint.max),
      inp === 0 ? "< 16 ms" : against(inp, targets.inp, milliseconds),
      shifts.toFixed(3),
    ]),
  );
}
