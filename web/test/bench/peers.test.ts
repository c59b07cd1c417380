import { expect, test } from "vitest";
import { trecRun } from "../../bench/compare.mjs";
import { peers } from "../../bench/peers/peers.mjs";

const fields = ["title", "description"];
const documents = [
  { id: "l1", title: "Desk lamp", description: "Lights a desk." },
  { id: "l2", title: "Floor light", description: "A lamp for the corner." },
  { id: "c1", title: "Oak chair", description: "" },
];

for (const [name, { build }] of Object.entries(peers)) {
  test(`${name} finds titles first, prefixes and typing errors`, async () => {
    const index = await build([...documents], fields);
    const ids = async (text: string) => (await index.search(text, 20)).map(({ id }) => id);
    expect(await ids("lamp")).toEqual(["l1", "l2"]);
    expect(await ids("cha")).toEqual(["c1"]);
    expect(await ids("chait")).toEqual(["c1"]);
    expect(await ids("piano")).toEqual([]);
    expect(await index.search("lamp", 1)).toHaveLength(1);
  });

  test(`${name} serialises all that it has indexed`, async () => {
    const index = await build([...documents], fields);
    const parsed = JSON.parse(index.serialised());
    expect(Object.keys(parsed).length).toBeGreaterThan(0);
    expect(index.serialised()).toContain("l2");
  });
}

test("what a peer finds becomes a TREC run in its order", () => {
  const found = {
    q1: [
      { id: "b", score: 2.5 },
      { id: "a", score: 1e-7 },
    ],
    q2: [],
  };
  expect(trecRun("orama", found)).toBe("q1 Q0 b 1 2.5 orama\nq1 Q0 a 2 1e-7 orama\n");
});
