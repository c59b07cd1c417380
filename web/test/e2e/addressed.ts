/** The demo shop with the panel's search in the page's address: `data-url="on"`. */
import type { Page } from "playwright-core";

export const attributes = `data-url="on"`;

/** The query string of the page's address. */
export const address = (page: Page) => new URL(page.url()).search;

export const field = (page: Page) => page.locator("#search");
export const panel = (page: Page) => page.locator("vitrine-panel [part=panel]");
export const open = (page: Page) => panel(page).waitFor();
export const closed = (page: Page) => panel(page).waitFor({ state: "hidden" });

/** The first brand to filter by. */
export const brand = (page: Page) =>
  page.locator("vitrine-panel").getByRole("group", { name: "Brand", exact: true }).locator("label").first();

/** What the cards say. */
export const cardTexts = (page: Page) =>
  page
    .locator("vitrine-panel vitrine-card")
    .evaluateAll((cards) => cards.map((card) => card.shadowRoot?.textContent ?? ""));
