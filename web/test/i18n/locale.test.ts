import { expect, test } from "vitest";
import { facetRange, Locale } from "../../src/i18n/locale.ts";

const price = { field: "price", label: "", kind: "number" };

test("the language is found by its first part, and English stands in for others", () => {
  expect(new Locale("zh-CN").text.tag).toBe("zh-Hans");
  expect(new Locale("en-GB").text.tag).toBe("en");
  expect(new Locale("tlh").text.tag).toBe("en");
  expect(new Locale("not a tag!").text.tag).toBe("en");
});

test("prices follow the language's region and the currency's decimals", () => {
  expect(new Locale("en-GB").money(1299.5, "GBP")).toBe("£1,299.50");
  expect(new Locale("zh").money(1299, "CNY")).toBe("¥1,299.00");
  expect(new Locale("en").money(1299, "JPY")).toBe("¥1,299");
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
  expect(new Locale("zh").rangeLabel(price, { max: 199 }, "CNY")).toBe("¥199 及以下");
});

test("a facet's value is the range between its ends", () => {
  expect(facetRange({ value: "10..49", count: 3, min: 10, max: 49 })).toEqual({ min: 10, max: 49 });
  expect(facetRange({ value: "500..", count: 3, min: 500 })).toEqual({ min: 500 });
});

test("the shop's labels win over the widget's, unless they are the bare field name", () => {
  const zh = new Locale("zh");
  expect(zh.facetLabel({ field: "brand", label: "brand", kind: "text" })).toBe("品牌");
  expect(zh.facetLabel({ field: "brand", label: "厂家", kind: "text" })).toBe("厂家");
  expect(zh.facetLabel({ field: "material", label: "", kind: "text" })).toBe("material");
  expect(zh.valueLabel("availability", "in_stock")).toBe("现货");
});
