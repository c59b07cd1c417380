import { describe, expect, test } from "vitest";
import { mayFilter, type Place, readPlace, saysQuery, writePlace } from "../../src/core/url.ts";

const fields = [
  { field: "brand", label: "Brand", kind: "text" },
  { field: "category", label: "Category", kind: "text" },
  { field: "price", label: "Price", kind: "number" },
  { field: "page", label: "Page size", kind: "text" },
];
const names = { prefix: "", fields };
const nothing: Place = { query: "", verbatim: false, filters: {}, sort: "relevance", page: 1 };

test("a search is read as a person would write it", () => {
  expect(readPlace("?q=desk+lamp&brand=Lumen&brand=Norrby&price=10-50&sort=price_asc&page=2", names)).toEqual({
    query: "desk lamp",
    verbatim: false,
    filters: { brand: ["Lumen", "Norrby"], price: { min: 10, max: 50 } },
    sort: "price_asc",
    page: 2,
  });
});

test("a search is written as it is read", () => {
  const place = { ...nothing, query: "lamp", filters: { price: { max: 50 }, brand: ["Lumen"] }, page: 3 };
  expect(writePlace("", place, names)).toBe("?q=lamp&brand=Lumen&price=-50&page=3");
});

test("an empty search leaves no trace", () => {
  expect(writePlace("?q=lamp&brand=Lumen&page=2", nothing, names)).toBe("");
});

describe("what is written is read again", () => {
  const filters: Place["filters"][] = [
    {},
    { brand: ["Lumen & Co", "a=b", "50%", "x+y", "#1", "灯具", "😀", "a,b", "'\"<script>"] },
    { category: ["Furniture > Chairs"], price: { min: 10 } },
    { price: { min: -5, max: -1 } },
    { price: { min: 0, max: 0.5 } },
    { page: ["A4"] }, // a field of a reserved name
  ];
  const queries = ["", "desk lamp", "  a  b ", "q=1&page=2", '½" -red', "不要红色", "%00", "javascript:alert(1)"];
  for (const prefix of ["", "v_", "shop.search-"]) {
    test(`with the prefix "${prefix}"`, () => {
      for (const query of queries) {
        for (const chosen of filters) {
          const place: Place = { query, verbatim: query !== "", filters: chosen, sort: "price_desc", page: 7 };
          const written = writePlace("?tab=1", place, { prefix, fields });
          expect(readPlace(written, { prefix, fields })).toEqual(place);
          expect(written.startsWith("?tab=1&")).toBe(true);
        }
      }
    });
  }
});

test("the page's own parameters stay byte by byte and in their order", () => {
  const own = "?utm_source=A%20b&q=old&flag&brand=X&arr[]=1&arr[]=2&a=%zz";
  const kept = "?utm_source=A%20b&flag&arr[]=1&arr[]=2&a=%zz";
  expect(writePlace(own, nothing, names)).toBe(kept);
  expect(writePlace(own, { ...nothing, query: "new" }, names)).toBe(`${kept}&q=new`);
});

test("with a prefix, parameters of the same names are the page's own", () => {
  const prefixed = { prefix: "v_", fields };
  expect(readPlace("?q=theirs&v_q=ours&brand=theirs", prefixed)).toEqual({ ...nothing, query: "ours" });
  expect(writePlace("?q=theirs&v_q=ours", nothing, prefixed)).toBe("?q=theirs");
});

test("an open panel says its query where it is empty, a closed one says nothing", () => {
  const panel = { prefix: "v_", fields, blank: true };
  const open = writePlace("?q=theirs", nothing, panel);
  expect(open).toBe("?q=theirs&v_q=");
  expect([saysQuery(open, "v_"), saysQuery("?q=theirs", "v_")]).toEqual([true, false]);
  expect(writePlace("?v_q=oak&v_brand=Lumen&q=theirs", undefined, panel)).toBe("?q=theirs");
});

test("a field that the shop does not have is dropped", () => {
  expect(readPlace("?utm_source=mail&colour=red&__proto__=x&constructor=y", names).filters).toEqual({});
});

test("an encoded name is the same name", () => {
  expect(writePlace("?%71=old&x=1", nothing, names)).toBe("?x=1");
});

describe("what makes no sense is absent", () => {
  for (const hostile of [
    "price=ten-50",
    "price=50-10",
    "price=-",
    "price=",
    "price=NaN-Infinity",
    `price=${"9".repeat(400)}-`,
    "price=1e3-",
    "brand=",
    `brand=${"x".repeat(301)}`,
    "sort=__proto__",
    "sort=",
    "page=0",
    "page=-1",
    "page=1.5",
    "page=abc",
    "page=99999",
    "verbatim=yes",
    "%E0%A4%A=1",
    "&&&=&?",
  ]) {
    test(hostile.slice(0, 40), () => {
      expect(readPlace(`?${hostile}`, names)).toEqual(nothing);
    });
  }
});

test("broken text becomes the replacement character, and very long text ends", () => {
  expect(readPlace("?q=%FF%FE", names).query).toBe("\u{fffd}\u{fffd}");
  expect(readPlace(`?q=${"a".repeat(5000)}`, names).query).toHaveLength(300);
  const many = Array.from({ length: 500 }, (_, i) => `brand=b${i}`).join("&");
  expect(readPlace(`?${many}&brand=b1`, names).filters["brand"]).toHaveLength(50);
});

test("only what could be a filter asks for the fields", () => {
  expect(mayFilter("?q=lamp&sort=price_asc&page=2&verbatim=1", "")).toBe(false);
  expect(mayFilter("?q=lamp&brand=Lumen", "")).toBe(true);
  expect(mayFilter("?utm_source=mail&v_q=lamp", "v_")).toBe(false);
  expect(mayFilter("", "")).toBe(false);
});
