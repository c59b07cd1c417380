import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { cornerShop, demoShop } from "../built.ts";
import { openEngine, search } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

it("opens the new bundle when a file of the old one is gone", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  const published = demoShop();
  shop.folders["/bundle/"] = published;
  expect(await search(page, "lamp")).toMatchObject({ value: expect.arrayContaining(["table-lamp-01"]) });
  expect(await page.evaluate(() => globalThis.engine.health())).not.toMatchObject({ products: 28 });
  rmSync(published, { recursive: true });
});

it("fails, and stays open, when a file is gone and nothing new is there", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  shop.intercept = (path, response) => {
    if (path.includes("cards")) {
      response.writeHead(404).end();
    }
    return path.includes("cards");
  };
  expect(await search(page, "lamp")).toMatchObject({ code: "bundle_missing" });
  shop.intercept = () => false;
  expect(await search(page, "lamp")).toHaveProperty("value");
});
