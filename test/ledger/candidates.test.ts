import { describe, expect, test } from "vitest";
import { bySettlement, ledgerOf, settlements } from "#kit/ledger.ts";
import { basis, made } from "#test/support/chapter.ts";
import { comparing, comparison, hub, ours, published } from "#test/support/published.ts";

const panel = { ...basis, asOf: "2025-12-31" };

describe("of several facts the most comparable one stands", () => {
  test("not the nearest: an equal value from a panel yields to a far one of the Hub", () => {
    const near = comparing("near", { share: ours(0.41, { basis: panel }) }, comparison);
    const far = comparing("far", { share: ours(0.9) }, comparison);
    const [entry] = ledgerOf([published], [near, far]);
    expect(entry).toMatchObject({ verdict: "differs", held: { analysis: "far" } });
    expect(entry?.others.map(({ analysis, verdict }) => [analysis, verdict])).toEqual([["near", "not comparable"]]);
  });

  test("between equals the complete Hub comes first, then the nearer period, then the earlier chapter", () => {
    const window = { ...comparison, window: "lifetime" };
    const part = comparing("part", { share: ours(0.4, { basis: panel }) }, comparison);
    const whole = comparing("whole", { share: ours(0.4) }, window);
    expect(ledgerOf([published], [part, whole])[0]?.held?.analysis).toBe("whole");
    const older = comparing("older", { share: ours(0.41, { basis: { ...hub, asOf: "2025-11-30" } }) }, comparison);
    const newer = comparing("newer", { share: ours(0.5) }, comparison);
    expect(ledgerOf([published], [older, newer])[0]?.held?.analysis).toBe("newer");
    const twin = comparing("twin", { share: ours(0.41) }, comparison);
    expect(ledgerOf([published], [newer, twin])[0]?.held?.analysis).toBe("newer");
  });

  test("one chapter may hold a figure against two of its facts", () => {
    const facts = { share: ours(0.41), other: ours(0.2, { basis: panel }) };
    const [entry] = ledgerOf([published], [comparing("tiny", facts, { ...comparison, fact: "other" }, comparison)]);
    expect(entry?.held?.comparison.fact).toBe("share");
    expect(entry?.others.map(({ comparison: other }) => other.fact)).toEqual(["other"]);
  });
});

describe("the nearest variant", () => {
  const nearest = (value: number, ...variants: readonly number[]) => {
    const fact = ours(value, { variants: variants.map((each, i) => ({ label: `way ${i + 1}`, value: each })) });
    return ledgerOf([published], [comparing("tiny", { share: fact }, comparison)])[0];
  };

  test("is shown where it comes nearer, and changes no verdict", () => {
    const entry = nearest(0.2, 0.1, 0.39, 0.41);
    expect(entry?.held?.nearer).toEqual({ label: "way 3", value: 0.41 });
    expect(entry?.verdict).toBe("differs");
  });

  test("is none where the headline value is as near", () => {
    expect(nearest(0.4, 0.42, 0.3)?.held?.nearer).toBeNull();
    expect(nearest(0.4)?.held?.nearer).toBeNull();
  });

  test("is none where the units are not of one kind", () => {
    const fact = made(7, "models", { basis: hub, variants: [{ label: "way", value: 0.41 }] });
    expect(ledgerOf([published], [comparing("tiny", { share: fact }, comparison)])[0]?.held?.nearer).toBeNull();
  });
});

test("every published figure stands in the ledger once, in order, and under one verdict", () => {
  const rows = ["A-1", "B-2", "C-3"].map((id) => ({ ...published, id }));
  const entries = ledgerOf(rows, [comparing("tiny", { share: ours(0.41) }, { ...comparison, published: "B-2" })]);
  expect(entries.map(({ published: { id } }) => id)).toEqual(["A-1", "B-2", "C-3"]);
  const groups = bySettlement(entries);
  expect(groups.map(([verdict]) => verdict)).toEqual([...settlements]);
  expect(groups.flatMap(([, those]) => those)).toHaveLength(3);
  expect(new Map(groups).get("reproduced")).toHaveLength(1);
});
