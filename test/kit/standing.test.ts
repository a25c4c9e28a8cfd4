import { describe, expect, test } from "vitest";
import { joint, narrow } from "#kit/coverage.ts";
import type { Analysis } from "#kit/define.ts";
import { defineFigure } from "#kit/figure.ts";
import { gather, originFaults, standingFor } from "#kit/gather.ts";
import { say } from "#kit/text.ts";
import { date, int } from "#loaders/schema/column.ts";
import { defineEvidence, optional, standingOn } from "#loaders/schema/evidence.ts";
import { basis, chapter, line, tiny } from "#test/support/chapter.ts";

const counted = defineEvidence({
  name: "counted",
  doc: "A day.",
  key: ["observed_on"],
  sources: ["crawl", "list"],
  population: "what somebody chose",
  complete: false,
  columns: { observed_on: date("Day of the crawl."), models: int("Models.", "models") },
  sql: "SELECT 1",
  wider: [
    {
      sources: ["hub", "list"],
      population: "the models of the Hub",
      complete: true,
      sql: "SELECT 2",
      docs: { observed_on: "Day of the snapshot." },
    },
  ],
});
const rows = {
  counted: [
    { observed_on: "2026-05-20", models: 3 },
    { observed_on: "2026-04-20", models: 2 },
  ],
};
const analysis = { ...tiny(), tables: { counted } };
const source = (id: string) => ({ id, revision: "r1", licence: null });
const onHub = { population: "the models of the Hub", complete: true, sources: ["hub", "list"].map(source) };

describe("a wider standing", () => {
  test("replaces query, population, sources and the sentences it names, and nothing else", () => {
    const found = standingOn(counted, ["list", "hub", "crawl"]);
    expect(found).toMatchObject({
      name: "counted",
      doc: "A day.",
      key: ["observed_on"],
      sql: "SELECT 2",
      complete: true,
    });
    expect(found.columns).toEqual({ observed_on: date("Day of the snapshot."), models: int("Models.", "models") });
    expect(found).not.toHaveProperty("docs");
  });

  test("is not taken without all of its sources", () => {
    const { wider: _, ...own } = counted;
    expect(standingOn(counted, ["crawl", "list"])).toEqual(own);
    expect(standingOn(counted, ["hub"])).toEqual(own);
  });

  test("cannot describe a column that is not declared", () => {
    const wider = [{ ...onHub, sources: ["hub"], sql: "", docs: { modles: "Models." } }];
    const key = ["observed_on"] as const;
    expect(() => defineEvidence({ ...counted, key, wider })).toThrow("evidence counted: column modles is not declared");
  });
});

describe("an optional table", () => {
  const listed = optional(counted);
  const seen: unknown[] = [];
  const without: Analysis = {
    ...tiny(),
    tables: { listed },
    compute: (input) => {
      seen.push(input.evidence.listed);
      return tiny().compute(input as never);
    },
  };
  const input = { reference: {} as never, needed: {} };

  test("is left out where the edition lacks a source of it, and read as null", () => {
    const resolved = standingFor(without, ["crawl"]);
    expect(resolved.tables).toEqual({});
    resolved.compute({ ...input, evidence: {} });
    expect(seen.splice(0)).toEqual([null]);
  });

  test("stands where any standing of it has all its sources, and one that is not optional always stands", () => {
    expect(Object.keys(standingFor(without, ["hub", "list"]).tables)).toEqual(["listed"]);
    expect(Object.keys(standingFor(without, ["crawl", "list"]).tables)).toEqual(["listed"]);
    expect(Object.keys(standingFor(analysis, ["crawl"]).tables)).toEqual(["counted"]);
  });
});

describe("the basis of evidence", () => {
  const resolved = standingFor(analysis, ["crawl", "hub", "list"]);

  test("is what the file says it stands on, as of its newest row", () => {
    expect(gather(resolved, rows, { counted: onHub }).counted?.basis).toEqual({
      population: "the models of the Hub",
      complete: true,
      asOf: "2026-05-20",
      tables: ["tiny/counted"],
      sources: ["hub", "list"],
    });
  });

  test("is the declared one where there is no file", () => {
    expect(gather(analysis, rows).counted?.basis).toMatchObject({ complete: false, sources: ["crawl", "list"] });
  });

  test("a file on other evidence than the edition would have is a fault, however it differs", () => {
    const faults = (changes: object) => originFaults(resolved, { counted: { ...onHub, ...changes } });
    expect(faults({})).toEqual([]);
    expect(faults({ sources: ["list", "hub"].map(source) })).toEqual([]);
    expect(faults({ complete: false })).toHaveLength(1);
    expect(faults({ population: "others" })).toHaveLength(1);
    expect(faults({ sources: ["crawl", "list"].map(source) })).toEqual([
      {
        table: "counted",
        message:
          'evidence table "counted" stands on crawl, list (the complete Hub: the models of the Hub); this edition would have it on hub, list (the complete Hub: the models of the Hub): run npm run tables',
      },
    ]);
  });

  test("such a fault is a problem of the chapter", () => {
    const { problems } = chapter(analysis, { rows, origins: { counted: onHub } });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('table "counted" stands on hub, list'),
    ]);
  });
});

describe("coverage", () => {
  const whole = { ...basis, complete: true };

  test("a narrower population is never the complete Hub; an earlier day can be", () => {
    expect(narrow(whole, { population: "a part" })).toEqual({ ...basis, population: "a part" });
    expect(narrow(whole, { asOf: "2025-01-01" })).toEqual({ ...whole, asOf: "2025-01-01" });
    expect(narrow(basis, { asOf: "2025-01-01" }).complete).toBe(false);
  });

  test("what rests on a part too is not complete", () => {
    expect([joint(whole, basis).complete, joint(whole, whole).complete]).toEqual([false, true]);
  });
});

describe("a figure", () => {
  test("without anything to draw is left out, and may then not be shown", () => {
    const { figures, problems } = chapter(tiny({ frames: { line: null } }));
    expect([figures.size, problems]).toEqual([0, []]);
  });

  test("but a frame that was forgotten or is empty stays an error", () => {
    for (const frames of [{}, { line: [] }])
      expect(chapter(tiny({ frames })).problems.map(({ message }) => message)).toEqual([
        expect.stringContaining("the frame is empty"),
      ]);
  });

  test("reads and names its columns as the evidence has them, checked like all words", () => {
    const figure = defineFigure({
      ...line,
      reading: ({ basis: { complete } }) => (complete ? say`The Hub.` : say`A few of them.`),
      docs: ({ basis: { complete } }) => (complete ? { share: "Share of the Hub" } : {}),
    });
    const told = (complete: boolean) =>
      chapter(tiny({ basis: { ...basis, complete } }, figure as never)).figures.get("tiny-line");
    expect([true, false].map((complete) => told(complete)?.reading)).toEqual(["The Hub.", "A few of them."]);
    expect([true, false].map((complete) => told(complete)?.figure.columns.share?.doc)).toEqual([
      "Share of the Hub",
      "Share",
    ]);
    const typed = chapter(tiny({}, { reading: () => say`There are 41 of them.` }));
    expect(typed.problems.map(({ message }) => message)).toEqual([expect.stringContaining('"41" is typed by hand')]);
  });
});
