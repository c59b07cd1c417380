import { expect, test } from "vitest";
import { ar } from "../../src/i18n/ar.ts";
import { de } from "../../src/i18n/de.ts";
import { en } from "../../src/i18n/en.ts";
import { es } from "../../src/i18n/es.ts";
import { fr } from "../../src/i18n/fr.ts";
import { ja } from "../../src/i18n/ja.ts";
import { facetRange, Locale } from "../../src/i18n/locale.ts";
import type { Texts } from "../../src/i18n/messages.ts";
import { zhHans } from "../../src/i18n/zh-hans.ts";
import { zhHant } from "../../src/i18n/zh-hant.ts";

const price = { field: "price", label: "", kind: "number" };

test("English stands in where there are no messages, with the page's own numbers", () => {
  expect(new Locale("tlh").text.tag).toBe("en");
  expect(new Locale("not a tag!").text.tag).toBe("en");
  const swedish = new Locale("sv-SE");
  expect(swedish.text.apply).toBe("Apply");
  expect(swedish.money(1299, "SEK", true)).toBe("1\u00a0299\u00a0kr");
});

test("prices follow the language's region and the currency's decimals", () => {
  expect(new Locale("en-GB").money(1299.5, "GBP")).toBe("£1,299.50");
  expect(new Locale("en").money(1299, "JPY")).toBe("¥1,299");
  expect(new Locale("zh-CN", { messages: zhHans }).money(1299, "CNY")).toBe("¥1,299.00");
  expect(new Locale("zh-TW", { messages: zhHant }).money(1299, "TWD", true)).toBe("$1,299");
  expect(new Locale("ja-JP", { messages: ja }).money(12800, "JPY")).toBe("￥12,800");
  expect(new Locale("de-DE", { messages: de }).money(1299.5, "EUR")).toBe("1.299,50\u00a0€");
  expect(new Locale("de-CH", { messages: de }).money(1299.5, "CHF")).toMatch(/^CHF\u00a01['’]299\.50$/);
  expect(new Locale("de-AT", { messages: de }).money(1299.5, "EUR")).toBe("€\u00a01.299,50");
  expect(new Locale("fr-FR", { messages: fr }).money(1299.5, "EUR")).toBe("1\u202f299,50\u00a0€");
  expect(new Locale("es-MX", { messages: es }).money(1299.5, "MXN")).toBe("$1,299.50");
});

test("a price's sign stays with its letters where the text runs from right to left", () => {
  expect(new Locale("ar", { messages: ar }).money(250, "USD", true)).toMatch(/US\$\u200e$/);
  expect(new Locale("de-DE", { messages: de }).money(250, "USD", true)).toBe("250\u00a0$");
});

test("digits are those of the region", () => {
  expect(new Locale("ar-EG", { messages: ar }).number(1250)).toBe("١٬٢٥٠");
  expect(new Locale("ar-MA", { messages: ar }).number(1250)).toBe("1.250");
  expect(new Locale("ar-EG", { messages: ar }).stars(4.5)).toBe("٤٫٥");
});

test("only a language that runs from right to left says so", () => {
  expect(new Locale("ar", { messages: ar }).direction).toBe("rtl");
  expect(new Locale("de", { messages: de }).direction).toBeUndefined();
  expect(new Locale("he").direction).toBeUndefined();
});

test("a shop's own words take the place of the widget's, one by one", () => {
  const { text } = new Locale("de", {
    messages: de,
    texts: {
      placeholder: "Teppich, Lampe, Sofa",
      sorts: { relevance: "Empfohlen" },
      count: (_, formatted) => `${formatted} Lieblingsstücke`,
    },
  });
  expect(text.placeholder).toBe("Teppich, Lampe, Sofa");
  expect(text.sorts).toEqual({ ...de.sorts, relevance: "Empfohlen" });
  expect(text.count(3, "3")).toBe("3 Lieblingsstücke");
  expect(text.close).toBe(de.close);
  expect(de.sorts.relevance).toBe("Beste Treffer");
});

test("words that cannot be said are left out", () => {
  const texts = { apply: null, count: "many", sorts: "none", tag: "xx", nonsense: "?" } as unknown as Texts;
  expect(new Locale("en", { texts }).text).toEqual(en);
});

test("a currency that is none shows as a number, not as an exception", () => {
  expect(new Locale("en").money(12, "euros")).toBe("12.00");
});

test("ranges read as the language says them", () => {
  const en = new Locale("en");
  expect(en.rangeLabel(price, { max: 49.5 }, "EUR")).toBe("Up to €49.50");
  expect(en.rangeLabel(price, { min: 50, max: 99 }, "EUR")).toBe("€50 – €99");
  expect(en.rangeLabel(price, { min: 99.5 }, "EUR")).toBe("€99.50 and up");
  const width = { field: "width", label: "Width", kind: "number", unit: "cm" };
  expect(en.rangeLabel(width, { min: 40, max: 80 }, "EUR")).toBe("40 cm – 80 cm");
  expect(new Locale("zh", { messages: zhHans }).rangeLabel(price, { max: 199 }, "CNY")).toBe("¥199 及以下");
});

test("a facet's value is the range between its ends", () => {
  expect(facetRange({ value: "10..49", count: 3, min: 10, max: 49 })).toEqual({ min: 10, max: 49 });
  expect(facetRange({ value: "500..", count: 3, min: 500 })).toEqual({ min: 500 });
});

test("the shop's labels win over the widget's, unless they are the bare field name", () => {
  const zh = new Locale("zh", { messages: zhHans });
  expect(zh.facetLabel({ field: "brand", label: "brand", kind: "text" })).toBe("品牌");
  expect(zh.facetLabel({ field: "brand", label: "厂家", kind: "text" })).toBe("厂家");
  expect(zh.facetLabel({ field: "material", label: "", kind: "text" })).toBe("material");
  expect(zh.valueLabel("availability", "in_stock")).toBe("现货");
});
