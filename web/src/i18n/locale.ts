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
import type { Messages } from "./messages.ts";
import { zhHans } from "./zh-hans.ts";

const languages: readonly Messages[] = [en, zhHans];

export class Locale {
  readonly text: Messages;
  /** The tag for Intl: the page's own region where it has one ("en-GB"). */
  readonly tag: string;
  readonly #number: Intl.NumberFormat;
  readonly #rating: Intl.NumberFormat;
  readonly #money = new Map<string, Intl.NumberFormat>();

  /** Takes a BCP 47 tag; a language that is not there becomes English. */
  constructor(tag: string) {
    this.text = messagesFor(tag);
    this.tag = formatTag(tag, this.text.tag);
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
    return format.format(value);
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

function messagesFor(tag: string): Messages {
  const primary = tag.toLowerCase().split("-")[0];
  return languages.find((m) => m.tag.split("-")[0] === primary) ?? en;
}

function formatTag(wanted: string, fallback: string): string {
  try {
    const [known] = Intl.NumberFormat.supportedLocalesOf([wanted]);
    if (known !== undefined && known.split("-")[0] === fallback.split("-")[0]) return known;
  } catch {
    // A malformed tag is the same as none.
  }
  return fallback;
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
