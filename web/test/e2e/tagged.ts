/** The demo shop's home page with other attributes on its tag, and other rules in its style sheet. */
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Shop } from "./shop.ts";

/** Opens the page with the attributes; the rules stand in the place of the shop's own `--vitrine-` properties. */
export async function visitTagged(
  shop: Shop,
  options: BrowserContextOptions,
  attributes: string,
  rules = "",
): Promise<Page> {
  const page = await shop.visit("about:blank", options);
  await page.route(
    ({ origin, pathname }) => origin === shop.origin && pathname === "/",
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace("data-input=", `${attributes} data-input=`),
      });
    },
  );
  await page.route(`${shop.origin}/styles/shop.css`, async (route) => {
    const response = await route.fetch();
    const own = await response.text();
    await route.fulfill({ response, body: `${own.replaceAll("--vitrine-", "--shop-")}\n${rules}` });
  });
  await page.goto("/");
  return page;
}
