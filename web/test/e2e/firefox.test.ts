import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Firefox, hasFirefox } from "./firefox.ts";
import { keepPicture, serve } from "./shop.ts";

const title = hasFirefox() ? "Debian's Firefox" : "Debian's Firefox (skipped: apt-get install firefox-esr)";

const keys = { up: "\uE013", enter: "\uE007" };

describe.skipIf(!hasFirefox())(title, () => {
  let firefox: Firefox;
  let server: ChildProcess;
  beforeAll(async () => {
    const served = await serve();
    server = served.server;
    firefox = await Firefox.launch();
    await firefox.open(`${served.origin}/`);
  });
  afterAll(async () => {
    await firefox?.close();
    server?.kill();
  });

  const field = (property: string) => firefox.evaluate(`document.querySelector("#search").${property}`);

  test("typing brings hits, with the words that matched emphasised", async () => {
    await firefox.evaluate(`document.querySelector("#search").focus() ?? null`);
    await firefox.type(..."oak table");
    const hits = `document.querySelectorAll("vitrine-panel a[role=option]").length`;
    await expect.poll(() => firefox.evaluate(hits)).toBeGreaterThan(5);
    // The table of first answers has no matches; the engine's answer follows.
    const marks = `[...document.querySelector("[role=option] vitrine-card").shadowRoot.querySelectorAll("mark")].map((m) => m.textContent.toLowerCase())`;
    await expect.poll(() => firefox.evaluate<string[]>(marks)).toContain("oak");
    expect(await field(`getAttribute("aria-expanded")`)).toBe("true");
    keepPicture("results-firefox", await firefox.screenshot());
  });

  test("the arrow keys and Enter open a product", async () => {
    // The last option is a product: suggestions come first.
    await firefox.type(keys.up);
    await expect.poll(() => field(`getAttribute("aria-activedescendant")`)).toMatch(/-hit-\d+$/);
    const title = await firefox.evaluate<string>(
      `[...document.querySelectorAll("a[role=option] vitrine-card")].at(-1).shadowRoot.querySelector(".title").textContent.trim()`,
    );
    await firefox.type(keys.enter);
    await expect.poll(() => firefox.evaluate("location.pathname")).toBe("/product.html");
    await expect.poll(() => firefox.evaluate(`document.querySelector("h1").textContent`)).toBe(title);
  });
});
