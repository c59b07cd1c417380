/** The combobox pattern of WAI-ARIA 1.2, read from what a screen reader gets. */

import { expect } from "vitest";
import { type AccessibleNode, accessibilityTree, withRole } from "./accessibility-tree.ts";
import { test } from "./fixture.ts";
import { devices, search, settled } from "./shop.ts";

/** The only node with the role. */
function only(tree: AccessibleNode, role: string): AccessibleNode {
  const found = withRole(tree, role);
  expect(found.map(({ name }) => name)).toHaveLength(1);
  return found[0] as AccessibleNode;
}

/** The shop's field: the sort order is a combobox too, a native one. */
const field = (tree: AccessibleNode) =>
  withRole(tree, "combobox").find(({ properties }) => properties["autocomplete"] === "list") as AccessibleNode;

test("closed, the shop's field is a combobox that says so", async ({ page }) => {
  await page.locator("#search").focus();
  await page.locator("vitrine-panel").waitFor({ state: "attached" });
  const { name, properties } = field(await accessibilityTree(page));
  expect(name).toBe("Search the shop");
  expect(properties).toMatchObject({ autocomplete: "list", expanded: false, hasPopup: "listbox" });
  expect(properties["activedescendant"]).toBeUndefined();
});

test("open, it controls a listbox of named groups with nothing but options in them", async ({ page }) => {
  await search(page, "so");
  const tree = await accessibilityTree(page);
  const combobox = field(tree);
  const listbox = only(tree, "listbox");
  expect(combobox.properties).toMatchObject({ expanded: true, controls: [listbox.id] });
  expect(listbox.name).toBe("Products");
  expect(listbox.children.map(({ role }) => role)).toEqual(listbox.children.map(() => "group"));
  const groups = listbox.children.map(({ name }) => name);
  expect(groups[0]).toBe("Suggestions");
  expect(groups.at(-1)).toBe("Products");
  for (const group of listbox.children) {
    expect(group.children.length).toBeGreaterThan(0);
    expect(group.children.map(({ role }) => role)).toEqual(group.children.map(() => "option"));
  }
});

test("the arrows make one option after the other the active one, and no other is selected", async ({ page }) => {
  await search(page, "so");
  const total = withRole(only(await accessibilityTree(page), "listbox"), "option").length;
  const visited = new Set<number>();
  for (let step = 0; step < total; step++) {
    await page.keyboard.press("ArrowDown");
    await settled(page);
    const tree = await accessibilityTree(page);
    const options = withRole(only(tree, "listbox"), "option");
    const selected = options.filter(({ properties }) => properties["selected"] === true);
    expect(selected).toHaveLength(1);
    expect(field(tree).properties["activedescendant"]).toEqual([selected[0]?.id]);
    expect(field(tree).properties["focused"]).toBe(true);
    visited.add(selected[0]?.id ?? 0);
  }
  expect(visited.size).toBe(total);
  await page.keyboard.press("ArrowDown");
  await settled(page);
  expect(field(await accessibilityTree(page)).properties["activedescendant"]).toBeUndefined();
});

test("an option says what is seen of its product, and the rating in words", async ({ page }) => {
  await search(page, "oak table");
  const seen = page.locator("vitrine-panel a[role=option]").first();
  const [title, price] = await Promise.all([seen.locator(".title").innerText(), seen.locator(".now").innerText()]);
  const products = withRole(await accessibilityTree(page), "group").find((group) => group.name === "Products");
  const name = products?.children[0]?.name;
  expect(name).toContain(title.trim());
  expect(name).toContain(price);
  expect(name).toMatch(/Rated \d\.\d out of 5/);
});

test("Escape closes it, keeps the text and tells so", async ({ page }) => {
  await search(page, "so");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await page.locator("vitrine-panel :is(.overlay, .sheet)").waitFor({ state: "hidden" });
  const tree = await accessibilityTree(page);
  expect(field(tree).properties).toMatchObject({ expanded: false, focused: true });
  expect(field(tree).properties["activedescendant"]).toBeUndefined();
  expect(withRole(tree, "listbox")).toEqual([]);
  expect(await page.locator("#search").inputValue()).toBe("so");
});

test("a recent search says how the keyboard removes it", async ({ page }) => {
  await search(page, "oak");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html/);
  await page.goto("/");
  await page.locator("#search").click();
  await page.locator("vitrine-panel .vitrine-recent").waitFor();
  const recent = withRole(await accessibilityTree(page), "group").find(({ name }) => name === "Recent searches");
  expect(recent?.children[0]?.name).toMatch(/^oak/);
  expect(recent?.children[0]?.description).toContain("Delete");
});

test("the sheet is a modal dialog around a combobox of its own; the shop's is out of reach", async ({ shop }) => {
  const phone = await shop.visit("/", devices.phone);
  await phone.locator("#search").tap();
  await phone.locator("dialog.sheet").waitFor();
  await settled(phone);
  const tree = await accessibilityTree(phone);
  const dialog = only(tree, "dialog");
  expect(dialog.name).toBe("Search results");
  expect(dialog.properties["modal"]).toBe(true);
  const comboboxes = withRole(tree, "combobox").filter(({ properties }) => properties["autocomplete"] === "list");
  expect(comboboxes).toHaveLength(1);
  expect(comboboxes[0]?.properties).toMatchObject({ expanded: true, focused: true });
  expect(comboboxes[0]?.properties["controls"]).toEqual([only(dialog, "listbox").id]);
});
