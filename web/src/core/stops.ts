/**
 * The stops of a slider for prices. They stand about a twentieth of the price
 * apart, so that 20 is told from 22 and 2,000 from 2,100 with the same ease, and
 * every one but the first and the last is round.
 */

/** The stops from the lowest price to the highest, which are always among them. */
export function stopsBetween(lowest: number, highest: number): number[] {
  if (!(highest > lowest)) return [lowest];
  const stops = [lowest];
  // Whole amounts, except where everything is cheap.
  const least = highest >= 20 ? 1 : round(highest / 100);
  for (let at = lowest; ; ) {
    const step = Math.max(round(at / 20), least);
    // Counted in steps, because a sum of fractions drifts from what is round.
    at = Number(((Math.floor(at / step + 1e-9) + 1) * step).toPrecision(12));
    if (at >= highest) break;
    stops.push(at);
  }
  return [...stops, highest];
}

/** The greatest of 1, 2 and 5 times a power of ten that is not above the value. */
function round(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const digit = [5, 2].find((d) => value >= d * power * (1 - 1e-9)) ?? 1;
  return digit * power;
}

/** Where the thumb for the lower end stands: on the last stop that is not above it. */
export function lowerStop(stops: readonly number[], end: number | undefined): number {
  const above = end === undefined ? 1 : stops.findIndex((stop) => stop > end);
  return above < 0 ? stops.length - 1 : Math.max(0, above - 1);
}

/** Where the thumb for the upper end stands: on the first stop that is not below it. */
export function upperStop(stops: readonly number[], end: number | undefined): number {
  const at = end === undefined ? -1 : stops.findIndex((stop) => stop >= end);
  return at < 0 ? stops.length - 1 : at;
}
