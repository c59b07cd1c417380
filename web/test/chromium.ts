import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { chromiumFlags, chromiumProgram } from "../scripts/chromium.mjs";

/** Starts a real Chromium without a window. */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumProgram, args: chromiumFlags, ...options });
}
