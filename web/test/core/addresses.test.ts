import { expect, test } from "vitest";
import { safeAddress } from "../../src/core/address.ts";

const page = "https://shop.example/zh/index.html";

test.each([
  ["product.html?id=1", "https://shop.example/zh/product.html?id=1"],
  ["/pictures/a.svg", "https://shop.example/pictures/a.svg"],
  ["http://cdn.example/a.jpg", "http://cdn.example/a.jpg"],
  ["//cdn.example/a.jpg", "https://cdn.example/a.jpg"],
  ["?q=a b", "https://shop.example/zh/index.html?q=a%20b"],
])("%s is followed", (address, want) => {
  expect(safeAddress(address, page)).toBe(want);
});

test.each([
  "javascript:alert(1)",
  " JavaScript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "blob:https://shop.example/1",
  "file:///etc/passwd",
  "https://",
  "",
  "  ",
])("%j is dropped", (address) => {
  expect(safeAddress(address, page)).toBeUndefined();
});

test("an absent address stays absent", () => {
  expect(safeAddress(undefined, page)).toBeUndefined();
});
