import { expect, it } from "vitest";
import { cornerShop } from "../built.ts";
import { openEngine, search, untilSecondStage } from "./browser.ts";
import { useShop } from "./fixture.ts";

const fixture = useShop(cornerShop);

const isPart = (path: string) => path.endsWith(".mp.gz");

it("takes parts from the browser's cache at the second visit, and asks for the manifest", async () => {
  const { page, shop } = fixture;
  // A host that says nothing about caching: a validator, no lifetime.
  shop.headers["Last-Modified"] = new Date().toUTCString();
  await openEngine(page);
  await untilSecondStage(page);
  await search(page, "lamp");
  expect(shop.requests.filter(isPart)).not.toEqual([]);
  shop.requests.length = 0;
  await page.reload();
  await openEngine(page);
  await untilSecondStage(page);
  await search(page, "lamp");
  expect(shop.requests.filter(isPart)).toEqual([]);
  expect(shop.requests).toContain("/bundle/manifest.json");
});

it("searches with what it has when the bundle's host cannot be reached", async () => {
  const { page, shop } = fixture;
  await openEngine(page);
  await untilSecondStage(page);
  const online = await search(page, "lamp");
  await page.reload();
  shop.intercept = (path, response) => {
    if (path.startsWith("/bundle/")) {
      response.destroy();
    }
    return path.startsWith("/bundle/");
  };
  expect(await openEngine(page)).toHaveProperty("value.status", "ok");
  await untilSecondStage(page);
  expect(await search(page, "lamp")).toEqual(online);
});
