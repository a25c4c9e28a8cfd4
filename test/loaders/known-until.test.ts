import { expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { knownUntil } from "#loaders/until.ts";

const reference = await readReference("data/reference");
const { reference: known, later } = knownUntil({ as_of: "2025-09-30", compiled: "2026-11-23" }, reference);
const ids = known.published.map(({ id }) => id);

test("a published figure belongs to the last day of its period", () => {
  expect(ids).toEqual(expect.arrayContaining(["FIO-01", "ECO-01", "ATM-06", "MID-01"]));
  expect(["S26-03", "SUM-01", "ORT-01"].filter((id) => ids.includes(id))).toEqual([]);
});

test("where only years are stated, an edition compiled later knows those of the years before its own", () => {
  expect(ids).toContain("A16-01");
  expect(["NAG-01", "S26-37", "LAU-01"].filter((id) => ids.includes(id))).toEqual([]);
});

test("an edition compiled in its own year knows what states that year alone", () => {
  const { reference: own } = knownUntil({ as_of: "2026-09-30", compiled: "2026-11-23" }, reference);
  expect(own.published).toEqual(reference.published);
});

test("events of later days are not known, those of the day itself are", () => {
  const { reference: then } = knownUntil({ as_of: "2025-09-29", compiled: "2025-10-01" }, reference);
  expect(then.events.map(({ id }) => id)).toContain("domestic-kernels");
  expect(then.events.map(({ id }) => id)).not.toContain("jina-elastic");
  expect(known.events.every(({ date }) => date <= "2025-09-30")).toBe(true);
});

test("what is left out is named, and nothing else is", () => {
  const kept = new Set([...known.published, ...known.events].map(({ id }) => id));
  const all = [...reference.published, ...reference.events].map(({ id }) => id);
  expect([...later].sort()).toEqual(all.filter((id) => !kept.has(id)).sort());
});
