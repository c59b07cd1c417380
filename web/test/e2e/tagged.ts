/** The demo shop's pages with other markup, such as other attributes on the tag, and other rules in its style sheet. */
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Shop } from "./shop.ts";

/** Has the page at the path, whatever its query, come with other markup from now on. */
export async function rewrite(page: Page, path: string, change: (html: string) => string): Promise<void> {
  await page.route(
    ({ pathname }) => pathname === path,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    },
  );
}

/** Opens the home page with the attributes; the rules stand in the place of the shop's own `--vitrine-` properties. */
export async function visitTagged(
  shop: Shop,
  options: BrowserContextOptions,
  attributes: string,
  rules = "",
): Promise<Page> {
  const page = await shop.visit("about:blank", options);
  await rewrite(page, "/", (html) => html.replace("data-input=", `${attributes} data-input=`));
  await page.route(`${shop.origin}/styles/shop.css`, async (route) => {
    const response = await route.fetch();
    const own = await response.text();
    await route.fulfill({ response, body: `${own.replaceAll("--vitrine-", "--shop-")}\n${rules}` });
  });
  await page.goto("/");
  return page;
}
