import { describe, expect, test } from "vitest";
import { int, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import { asOfDay, seasonOf } from "#scripts/lib/season/id.ts";
import { type Candidate, type Ground, planEdition } from "#scripts/lib/season/plan.ts";
import { record } from "#test/fixtures/source.ts";

describe("what an id says", () => {
  test("a year and a season give a title and a last day", () => {
    expect(seasonOf("2027-spring")).toEqual({ id: "2027-spring", title: "Spring 2027", end: "2027-03-31" });
    expect(["summer", "autumn", "winter"].map((season) => seasonOf(`2025-${season}`).end)).toEqual([
      ...["2025-06-30", "2025-09-30", "2025-12-31"],
    ]);
  });

  test.each(["2027", "2027-fall", "27-spring", "2027-Spring", "../2027-spring", "2027-constructor"])(
    "%s is none",
    (id) => expect(() => seasonOf(id)).toThrow("write a year and one of spring, summer, autumn, winter"),
  );

  test("the day is the last of the season, or today where that is to come", () => {
    const season = seasonOf("2027-spring");
    expect(asOfDay(season, undefined, "2028-01-01")).toBe("2027-03-31");
    expect(asOfDay(season, undefined, "2027-02-10")).toBe("2027-02-10");
    expect(asOfDay(season, "2027-02-01", "2027-02-10")).toBe("2027-02-01");
  });

  test.each([
    ["2027-02-30", "a day as YYYY-MM-DD"],
    ["soon", "a day as YYYY-MM-DD"],
    ["2027-02-11", "is to come"],
  ])("--as-of %s is refused", (day, message) => {
    expect(() => asOfDay(seasonOf("2027-spring"), day, "2027-02-10")).toThrow(message);
  });
});

const table = (name: string, sources: readonly string[], wider: readonly string[] = []) =>
  defineEvidence({
    ...{ name, doc: "A row.", key: ["owner"], sources, population: "some", complete: false, sql: "SELECT 1" },
    columns: { owner: text("An owner."), models: int("Models.", "models") },
    ...(wider.length === 0 ? {} : { wider: [{ sources: wider, population: "all", complete: true, sql: "SELECT 2" }] }),
  });

const source = (id: string, first: string, rest: Partial<Candidate> = {}): Candidate => ({
  record: record({ id, first, last: "2027-01-01", revision: `r-${id}` }),
  snapshots: [],
  loaded: true,
  ...rest,
});

const on = (observed_on: string) => ({ observed_on, label: observed_on }) as Snapshot;

const plan = (changes: Partial<Ground>) =>
  planEdition({
    ...{
      season: seasonOf("2025-autumn"),
      asOf: "2025-09-30",
      today: "2026-01-02",
      from: { id: "2026-autumn", as_of: "2026-09-30" },
    },
    ...{ candidates: [source("early", "2024-01-01")], told: [], ...changes },
  });

describe("what a new edition pins", () => {
  test("every source whose evidence begins by its day, at the revision of its record", () => {
    const { edition } = plan({ candidates: [source("early", "2024-01-01"), source("that-day", "2025-09-30")] });
    expect(edition).toEqual({
      ...{ id: "2025-autumn", title: "Autumn 2025", status: "draft", as_of: "2025-09-30", compiled: "2026-01-02" },
      sources: { early: "r-early", "that-day": "r-that-day" },
    });
  });

  test("what it does without is named, with the reason", () => {
    const candidates = [
      source("later", "2025-10-01"),
      source("unread", "2020-01-01", { loaded: false }),
      source("hub", "2024-01-01", { snapshots: [on("2025-10-01"), on("2026-05-20")] }),
      source("old-hub", "2024-01-01", { snapshots: [on("2025-09-30"), on("2026-05-20")] }),
    ];
    const { edition, withoutSources } = plan({ candidates });
    expect(Object.keys(edition.sources)).toEqual(["old-hub"]);
    expect(withoutSources).toEqual([
      { id: "later", because: "its evidence begins on 2025-10-01" },
      { id: "unread", because: "no loader reads it" },
      { id: "hub", because: "none of its snapshots was there on 2025-09-30" },
    ]);
  });
});

test("the two editions stand in the order of their days, for the verb that compares them", () => {
  expect(plan({}).inOrder).toEqual(["2025-autumn", "2026-autumn"]);
  expect(plan({ from: { id: "2025-summer", as_of: "2025-06-30" } }).inOrder).toEqual(["2025-summer", "2025-autumn"]);
});

describe("which chapters it starts with", () => {
  const told = (id: string, tables: Ground["told"][number]["tables"], needs: readonly string[] = []) => ({
    ...{ id, tables, needs },
  });

  test("those whose tables can be made, an optional table lacking or not", () => {
    const { chapters, withoutChapters } = plan({
      told: [
        told("whole", [table("a", ["early"])]),
        told("in-part", [table("b", ["early"]), optional(table("c", ["later"]))]),
        told("widened", [table("d", ["later"], ["early"])]),
        told("lost", [table("e", ["later", "early"]), table("f", ["other"]), table("g", ["early"])]),
      ],
    });
    expect(chapters).toEqual(["whole", "in-part", "widened"]);
    expect(withoutChapters).toEqual([{ id: "lost", because: "e, f cannot be made without later, other" }]);
  });

  test("none that needs one that is left out, however far", () => {
    const { chapters, withoutChapters } = plan({
      told: [told("a", [table("a", ["later"])]), told("b", [], ["a"]), told("c", [], ["b"]), told("d", [])],
    });
    expect(chapters).toEqual(["d"]);
    expect(withoutChapters.slice(1).map(({ because }) => because)).toEqual([
      ...["it needs the chapter a", "it needs the chapter b"],
    ]);
  });
});
