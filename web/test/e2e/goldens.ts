/**
 * Screenshots beside those that were looked at and committed.
 *
 * Both are compared block by block, by their mean colours: machines draw the edges
 * of letters otherwise, but not what is where and in which colour. The goldens are
 * WebP, which Chromium itself writes and reads, so that they stay small.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { keepPicture } from "./shop.ts";

const folder = join(import.meta.dirname, "../../../testdata/screenshots");

/** Pixels of a block's side, and how far a channel of its mean may be off, of 255. */
const block = 8;
const level = 12;
/** The share of the blocks that may be off by more. */
export const tolerance = 0.0015;

/** Set by `./build.sh golden`. */
export const rewriting = process.env["UPDATE_GOLDENS"] === "1";

const quality = 0.55;
const largest = 60_000;

/** What came of a comparison: the share of the blocks that differ, and a picture with them marked. */
interface Comparison {
  off: number;
  marked: Buffer;
}

/**
 * Compares a screenshot with the golden of that name, or writes it anew. Where they
 * differ too much, the screenshot and the marked one lie in .cache/screenshots.
 * @returns the share of the screenshot that differs
 */
export async function compareWithGolden(canvas: Page, name: string, png: Buffer): Promise<number> {
  const file = join(folder, `${name}.webp`);
  if (rewriting) {
    const golden = await encode(canvas, png);
    if (golden.length > largest) throw new Error(`${name}: ${golden.length} bytes are too many for a golden`);
    if (!existsSync(file) || (await compare(canvas, readFileSync(file), png)).off > 0) writeFileSync(file, golden);
    return 0;
  }
  const { off, marked } = await difference(canvas, name, png);
  if (off > tolerance) {
    keepPicture(`${name}.actual`, png);
    keepPicture(`${name}.difference`, marked);
  }
  return off;
}

/** How a screenshot differs from the golden of that name. */
export async function difference(canvas: Page, name: string, png: Buffer): Promise<Comparison> {
  const file = join(folder, `${name}.webp`);
  if (!existsSync(file)) throw new Error(`${file} is missing (hint: ./build.sh golden)`);
  return compare(canvas, readFileSync(file), png);
}

async function encode(canvas: Page, png: Buffer): Promise<Buffer> {
  const webp = await canvas.evaluate(
    async ([picture, quality]) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const surface = document.createElement("canvas");
      Object.assign(surface, { width: bitmap.width, height: bitmap.height });
      surface.getContext("2d")?.drawImage(bitmap, 0, 0);
      return surface.toDataURL("image/webp", quality);
    },
    [png.toString("base64"), quality] as const,
  );
  return Buffer.from(webp.slice(webp.indexOf(",") + 1), "base64");
}

async function compare(canvas: Page, golden: Buffer, png: Buffer): Promise<Comparison> {
  const { off, marked } = await canvas.evaluate(
    async ([golden, png, block, level]) => {
      const surfaceOf = async (address: string) => {
        const bitmap = await createImageBitmap(await (await fetch(address)).blob());
        const surface = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = surface.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
        context.drawImage(bitmap, 0, 0);
        return { width: bitmap.width, height: bitmap.height, context };
      };
      const [before, now] = await Promise.all([
        surfaceOf(`data:image/webp;base64,${golden}`),
        surfaceOf(`data:image/png;base64,${png}`),
      ]);
      const sameSize = before.width === now.width && before.height === now.height;
      const mean = ({ data }: ImageData, channel: number) => {
        let sum = 0;
        for (let i = channel; i < data.length; i += 4) sum += data[i] as number;
        return sum / (data.length / 4);
      };
      let [blocks, differing] = [0, 0];
      for (let y = 0; sameSize && y < now.height; y += block) {
        for (let x = 0; x < now.width; x += block) {
          const area = [x, y, Math.min(block, now.width - x), Math.min(block, now.height - y)] as const;
          const [a, b] = [before.context.getImageData(...area), now.context.getImageData(...area)];
          blocks += 1;
          if ([0, 1, 2].every((channel) => Math.abs(mean(a, channel) - mean(b, channel)) <= level)) continue;
          differing += 1;
          now.context.fillStyle = "rgb(255 0 0 / 0.5)";
          now.context.fillRect(...area);
        }
      }
      const bytes = new Uint8Array(await (await now.context.canvas.convertToBlob()).arrayBuffer());
      const marked = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      return { off: sameSize ? differing / blocks : 1, marked };
    },
    [golden.toString("base64"), png.toString("base64"), block, level] as const,
  );
  return { off, marked: Buffer.from(marked, "base64") };
}
