/**
 * The languages that the widget speaks, each a file that only its own shoppers
 * fetch. English comes with the panel, and stands in for a language that is not
 * here and for one that could not be fetched.
 */
import type { Messages } from "./messages.ts";

const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: async () => (await import("./ar.ts")).ar,
  de: async () => (await import("./de.ts")).de,
  es: async () => (await import("./es.ts")).es,
  fr: async () => (await import("./fr.ts")).fr,
  ja: async () => (await import("./ja.ts")).ja,
  "zh-Hans": async () => (await import("./zh-hans.ts")).zhHans,
  "zh-Hant": async () => (await import("./zh-hant.ts")).zhHant,
};

/** The messages for a BCP 47 tag; undefined where they are English. */
export async function loadMessages(tag: string): Promise<Messages | undefined> {
  try {
    return await languages[languageOf(tag)]?.();
  } catch {
    // A search in English is better than none.
    return undefined;
  }
}

/**
 * The language that the tag means, with its script where there are two: Taiwan
 * and Hong Kong write Chinese otherwise than the mainland and Singapore do.
 */
export function languageOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    return language === "zh" ? `zh-${script}` : language;
  } catch {
    // A malformed tag is the same as none.
    return "en";
  }
}
