/**
 * A language as the views use it: its messages, and its numbers and prices.
 *
 * Formatting is Intl's alone, which knows where each language puts the currency
 * and how it groups digits. Formatters are kept because making one costs more
 * than a whole panel's worth of formatting.
 */

import type { NumberRange } from "../core/state.ts";
import type { FacetInfo, FacetValue } from "../core/wire.ts";
import { en } from "./en.ts";
import type { Messages, Texts } from "./messages.ts";

export interface LocaleOptions {
  /** The language's messages, as loadMessages found them; English by default. */
  messages?: Messages | undefined;
  /** The shop's own words in their place. */
  texts?: Texts | undefined;
}

export class Locale {
  readonly text: Messages;
  /** Set where the language is written from right to left; else the page's own holds. */
  readonly direction: "rtl" | undefined;
  /** The tag for Intl, whose region is the page's own ("en-GB"). */
  readonly tag: string;
  readonly #number: Intl.NumberFormat;
  readonly #rating: Intl.NumberFormat;
  readonly #money = new Map<string, Intl.NumberFormat>();

  /** Takes a BCP 47 tag, by whose language and region numbers and prices are written. */
  constructor(tag: string, { messages = en, texts }: LocaleOptions = {}) {
    this.text = texts === undefined ? messages : reworded(messages, texts);
    this.direction = messages.tag === "ar" ? "rtl" : undefined;
    this.tag = formatTag(tag, messages.tag);
    this.#number = new Intl.NumberFormat(this.tag);
    this.#rating = new Intl.NumberFormat(this.tag, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** A rating with one decimal, as shops show it. */
  stars(value: number): string {
    return this.#rating.format(value);
  }

  /** A price; whole amounts go without decimals where `short` is set. */
  money(value: number, currency: string, short = false): string {
    const whole = short && Number.isInteger(value);
    const key = `${currency}${whole ? " whole" : ""}`;
    let format = this.#money.get(key);
    if (format === undefined) {
      format = moneyFormat(this.tag, currency, whole);
      this.#money.set(key, format);
    }
    // A sign that closes a price stays with its letters, also where the text runs from right to left.
    return format.format(value).replace(/[A-Z]\$$/, "$&\u200e");
  }

  /** What a facet is called. */
  facetLabel(info: FacetInfo): string {
    const plain = info.label === "" || info.label.toLowerCase() === info.field;
    return (plain ? this.text.fields[info.field] : undefined) ?? (info.label || info.field);
  }

  /** What one value of a facet is called. */
  valueLabel(field: string, value: string): string {
    return field === "availability" ? (this.text.availability[value] ?? value) : value;
  }

  /** A range of a number's facet, in the facet's unit. */
  rangeLabel(info: FacetInfo, range: NumberRange, currency: string): string {
    const show = (n: number) => this.#quantity(info, n, currency);
    const { min, max } = range;
    if (min === undefined) return max === undefined ? "" : this.text.upTo(show(max));
    return max === undefined ? this.text.from(show(min)) : this.text.between(show(min), show(max));
  }

  #quantity(info: FacetInfo, value: number, currency: string): string {
    if (info.field === "price") return this.money(value, currency, true);
    return info.unit ? `${this.number(value)} ${info.unit}` : this.number(value);
  }
}

/** The range that a facet's value stands for. */
export function facetRange(value: FacetValue): NumberRange {
  return {
    ...(value.min === undefined ? {} : { min: value.min }),
    ...(value.max === undefined ? {} : { max: value.max }),
  };
}

/** The messages with the shop's words; what is none of theirs, or of another type, is left out. */
function reworded(messages: Messages, texts: Texts): Messages {
  const words = Object.entries(messages).map(([name, own]): [string, unknown] => {
    const given = (texts as Readonly<Record<string, unknown>>)[name];
    if (given === undefined || given === null || typeof given !== typeof own || name === "tag") return [name, own];
    return [name, typeof own === "object" ? { ...own, ...given } : given];
  });
  return Object.fromEntries(words) as unknown as Messages;
}

/** The shop's tag where Intl knows it: its prices are the page's, in whatever language the widget speaks. */
function formatTag(wanted: string, fallback: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([wanted.replaceAll("_", "-")])[0] ?? fallback;
  } catch {
    // A malformed tag is the same as none.
    return fallback;
  }
}

/** The format for the currency; a code that is none shows as a bare number. */
function moneyFormat(tag: string, currency: string, whole: boolean): Intl.NumberFormat {
  const digits = whole ? { maximumFractionDigits: 0 } : {};
  try {
    return new Intl.NumberFormat(tag, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      ...digits,
    });
  } catch {
    return new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
}
