import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AllCards } from "../../src/engine/all_cards.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The chunks of a bundle whose second one is gone. */
function halfGone() {
  const asked: string[] = [];
  const cards = new AllCards(["1", "2"], async (file) => {
    asked.push(file);
    if (file === "2") throw new Error("gone");
    return new Uint8Array();
  });
  return { asked, cards };
}

it("asks for what could not be had again and again", async () => {
  const { asked, cards } = halfGone();
  cards.begin();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(asked).toEqual(["1", "2", "2", "2"]);
});

it("asks no more when another bundle has taken its place", async () => {
  const { asked, cards } = halfGone();
  cards.begin();
  await vi.advanceTimersByTimeAsync(7000);
  cards.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["1", "2", "2"]);
});

it("asks no more if that happens while it is asking", async () => {
  const { asked, cards } = halfGone();
  cards.begin();
  cards.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["1", "2"]);
});
