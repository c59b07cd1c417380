import { describe, expect, test } from "vitest";
import { en } from "../../src/i18n/en.ts";
import { languageOf, loadMessages } from "../../src/i18n/languages.ts";
import type { Messages } from "../../src/i18n/messages.ts";

/** The tag of a shopper of each language, and the words that it shares with English. */
const languages: Record<string, readonly string[]> = {
  "zh-CN": [],
  "zh-TW": [],
  ja: [],
  de: ["within"],
  fr: ["suggestions", "whyFields.description"],
  es: [],
  ar: [],
};

/** What the functions are given: texts that must come back in what they say. */
const given: { [name in keyof Messages]?: readonly (string | number)[] } = {
  count: [7, "seven"],
  shown: ["seven", "seventy"],
  announce: [7, "seven", "lamps"],
  noResults: ["lamps"],
  corrected: ["lamps"],
  insist: ["lamps"],
  remove: ["Oak"],
  said: ["under 50"],
  removeRecent: ["lamps"],
  within: ["Kitchen"],
  showFilters: [2, "two"],
  showResults: [7, "seven"],
  rating: ["4.5", 7, "seven"],
  from: ["€10"],
  upTo: ["€20"],
  between: ["€10", "€20"],
  lowest: ["facet"],
  highest: ["facet"],
  findValue: ["facet"],
  page: ["seven"],
  quickViewOf: ["Orla"],
  whyWord: ["lamps", "title"],
  whyInstead: ["plural", "lamps", "lamp", "title"],
  whyPair: ["desk lamps"],
  whyFront: ["brass"],
  whyBrand: ["Nordlys"],
  whyHead: ["lamps"],
  whyCategory: ["lamps"],
  withoutFilter: ["Oak"],
};

/** Every text of the messages by its path; a function's is what it says of what is given. */
function texts(messages: Messages): Map<string, string> {
  const all = new Map<string, string>();
  for (const [name, value] of Object.entries(messages)) {
    if (typeof value === "string") all.set(name, value);
    else if (typeof value === "function") all.set(name, value(...(given[name as keyof Messages] ?? [])));
    else for (const [member, text] of Object.entries(value)) all.set(`${name}.${member}`, text as string);
  }
  all.delete("tag");
  return all;
}

/** The language's messages, which are its own: English stands in for none of them. */
async function load(tag: string): Promise<Messages> {
  const messages = await loadMessages(tag);
  if (messages === undefined) throw new Error(`${tag}: there are no messages`);
  return messages;
}

test("every function that says something is tried", () => {
  const functions = Object.entries(en).filter(([, value]) => typeof value === "function");
  expect(Object.keys(given).sort()).toEqual(functions.map(([name]) => name).sort());
});

describe.each(Object.entries(languages))("%s", (tag, shared) => {
  test("says everything that English says, and in words of its own", async () => {
    const own = texts(await load(tag));
    const english = texts(en);
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    const empty = [...own].filter(([, text]) => text.trim() !== text || text === "");
    expect(empty).toEqual([]);
    const same = [...own].filter(([name, text]) => text === english.get(name)).map(([name]) => name);
    // Two numbers and a stroke between them are the same nearly everywhere.
    expect(same.filter((name) => name !== "between")).toEqual(shared);
  });

  test("names what it was given, and gives no undefined away", async () => {
    const own = texts(await load(tag));
    for (const [name, values] of Object.entries(given)) {
      const said = own.get(name) ?? "";
      for (const value of values) if (typeof value === "string") expect(said, name).toContain(value);
      expect(said, name).not.toMatch(/undefined|NaN|\$\{/);
    }
  });

  test("is itself in the tag that screen readers and Intl get", async () => {
    const { tag: own } = await load(tag);
    expect(languageOf(own)).toBe(languageOf(tag));
    expect(Intl.NumberFormat.supportedLocalesOf([own])).toHaveLength(1);
  });
});

test("Chinese is written as the region writes it", () => {
  for (const tag of ["zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK", "ZH_cn"]) expect(languageOf(tag)).toBe("zh-Hans");
  for (const tag of ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-hant-CN", "zh_TW"])
    expect(languageOf(tag)).toBe("zh-Hant");
});

test("a region has its language, and what is no language is English", async () => {
  expect((await loadMessages("de-AT"))?.tag).toBe("de");
  expect((await loadMessages("es-419"))?.tag).toBe("es");
  expect((await loadMessages("ar-EG"))?.tag).toBe("ar");
  for (const tag of ["en", "en-GB", "tlh", "sv", "", "not a tag!"]) expect(await loadMessages(tag)).toBeUndefined();
});
