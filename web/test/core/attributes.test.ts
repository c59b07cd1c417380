import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { optionsOf } from "../../src/tag/attributes.ts";

/** What a tag with these data attributes says. */
const options = (dataset: Record<string, string | undefined>) => optionsOf({ dataset } as unknown as HTMLElement);

const warn = vi.spyOn(console, "warn");
beforeEach(() => void warn.mockImplementation(() => {}));
afterEach(() => void warn.mockReset());

test("what makes no sense keeps its default, and the console is told what would make some", () => {
  expect(options({ recent: "no", quickView: "false", preload: "never", paging: "pages" })).toEqual({
    bundle: "",
    input: "",
    paging: "pages",
  });
  expect(warn.mock.calls.flat()).toEqual([
    'vitrine: preload="never" is ignored (hint: one of idle, intent, none)',
    'vitrine: quick-view="false" is ignored (hint: one of on, off)',
    'vitrine: recent="no" is ignored (hint: one of on, off)',
  ]);
});

test("what makes sense is told nobody, and what is not said neither", () => {
  const said = {
    cards: "all",
    keys: "off",
    look: "warm",
    theme: "dark",
    url: "on",
    why: "on",
    worker: "false",
    lang: "de",
  };
  expect(options(said)).toMatchObject({ cards: "all", keys: false, look: "warm", url: true, worker: false });
  options({ recent: "", theme: undefined });
  expect(warn).not.toHaveBeenCalled();
});
