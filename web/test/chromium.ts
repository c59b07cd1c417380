import { type Browser, chromium } from "playwright-core";
import { chromiumFlags, chromiumProgram } from "../scripts/chromium.mjs";

/** Starts a real Chromium without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumProgram, args: chromiumFlags });
}
