import { expect, test } from "vitest";
import { snapshot } from "#loaders/schema/snapshot.ts";
import { asOfDay, firstMonth, nextSeason, seasonOf } from "#scripts/lib/season/id.ts";
import { truthLines } from "#scripts/lib/season/rehearse/truth.ts";
import { bodyOf } from "#scripts/lib/season/request/body.ts";
import type { Season } from "#scripts/lib/season/request/findings.ts";
import { folded, list, literal, section } from "#scripts/lib/season/request/markdown.ts";
import type { ChangeEntry, Side } from "#site/lib/changes/types.ts";

const sha256 = "a".repeat(64);
const table = { sha256, columns: ["id", "downloads"], unread: ["novel"], measures: { rows: 105, downloads: 300 } };
const first = snapshot.parse({
  ...{ source: "hub", repository: "x/y", revision: "c".repeat(40), label: "2027-01-06", committed_at: null },
  ...{ observed_on: "2027-01-06", generated: false, admitted_on: "2027-01-07", predecessor: null },
  tables: { models: { ...table, rows: 100, missing: [], unread: [], measures: { rows: 100, downloads: 100 } } },
  ...{ passed: ["models/not-empty"], not_applicable: [], waivers: [], notes: [] },
});
const second = snapshot.parse({
  ...{ ...first, label: "2027-02-03", observed_on: "2027-02-03", predecessor: first.label },
  tables: { models: { ...table, rows: 110, missing: ["gated"] } },
  waivers: [{ rule: "models/drift", found: "300 | <b>", because: "a `counter` fell", on: "2027-02-04" }],
  notes: ["a note\nof two lines"],
});

function fact(n: number): ChangeEntry {
  const side: Side = {
    ...{ value: n, unit: "models" as const, text: `${n} models`, definition: "d", population: "p", complete: true },
    ...{ evidence_to: "2027-02-03", bounds: null },
  };
  const causes = [{ cause: "data", moved: 1, text: "+1 model", reason: null }] as const;
  return {
    analysis: "scale",
    id: `fact-${n}`,
    old: side,
    new: { ...side, text: `${n + 1} models` },
    difference: "+1",
    causes,
  };
}

const facts = Array.from({ length: 40 }, (_, n) => fact(n));
const names = { status: "draft", as_of: "2027-03-31" } as const;
const season: Season = {
  edition: { id: "2027-spring", title: "Spring 2027", asOf: "2027-03-31" },
  before: { id: "2026-autumn", title: "Autumn 2026" },
  generated: false,
  sources: [
    { id: "hub", revision: "r2", was: null, generated: false },
    { id: "radar", revision: "r1", was: "r1", generated: false },
    { id: "osir-lmts", revision: "r9", was: "r8", generated: false },
  ],
  snapshots: [
    { snapshot: first, predecessor: null, bytes: { models: 1234 } },
    { snapshot: second, predecessor: first, bytes: { models: 2345 } },
  ],
  tables: { all: ["scale/totals", "size/x"], onHub: ["scale/totals"] },
  chapters: [{ id: "scale", title: "A | B", facts: 3, figures: 2, complete: true, open: 1 }],
  changes: {
    ...{ edition: { id: "2027-spring", title: "Spring 2027", ...names }, before: null, chapters: [], facts },
    tally: [{ cause: "data", count: 40 }],
  },
  open: [
    { file: "analyses/scale/2027-spring.mdx", line: 3, column: 5, message: "no figure `x` <Figure />", open: true },
  ],
  advice: [{ id: "builders/a", words: "Do it.", was: "holds", now: "withdrawn", because: "it fell" }],
  verdicts: [{ id: "S26-1", words: "They said.", was: null, now: "close", because: null }],
  refusals: [],
};

test("a real season's text has what was pulled, with what is missing, new, drifted and waived", () => {
  const body = bodyOf(season);
  expect(body).not.toMatch(/generated|made up/i);
  expect(body).toContain(
    `| hub 2027-01-06 | 2027-01-06 | cccccccccccc | models | 1,234 | aaaaaaaaaaaa | 100 | first |`,
  );
  expect(body).toContain(`| models | 2,345 | aaaaaaaaaaaa | 110 | +10.0 % |`);
  expect(body).toContain("* hub 2027-02-03, held against 2027-01-06: 1 passed, 0 not applicable, 1 waived");
  expect(body).toContain("* 2027-02-03 models: missing, so unknown: `gated`\n* 2027-02-03 models: new: `novel`");
  expect(body).toContain("models: drift: `downloads 100 → 300`\n* 2027-02-03: `a note of two lines`");
  expect(body).toContain("* 2027-02-03: **models/drift** `300 | <b>`; because ``a `counter` fell``");
  expect(body).toContain(
    "1 source as in the edition before. Others:\n\n* hub at `r2`, new\n* osir-lmts at `r9`, was `r8`",
  );
});

test("and what changed, what is open, what stands otherwise, and what to do", () => {
  const body = bodyOf(season, ["Said before all else."]);
  expect(body).toMatch(
    /^# Spring 2027 \(2027-spring\).*held against Autumn 2026 \(2026-autumn\)\n\nSaid before all else\.\n\n## What a person/,
  );
  expect(body).toContain("2 tables, of which 1 stand on snapshots of the Hub.");
  expect(body).toContain("| scale | A \\| B | the complete Hub | 3 | 2 | 1 |");
  expect(body).toContain("<summary>40 facts: data</summary>\n\n* `scale/fact-0` `0 models` → `1 models` (+1)\n");
  expect(body).toContain("\n* and 15 more\n");
  expect(body).toContain("<summary>1 place in analyses/scale/2027-spring.mdx</summary>");
  expect(body).toContain("`analyses/scale/2027-spring.mdx:3:5` ``no figure `x` <Figure />``");
  expect(body).toContain("* `builders/a` holds → **withdrawn**: `Do it.`; `it fell`");
  expect(body).toContain("* `S26-1` new → **close**: `They said.`");
  expect(body).toContain("Write anew 1 place in 1 file that the numbers do not bear.");
});

test("a generated one says so first, and what refuses it", () => {
  const body = bodyOf({ ...season, generated: true, refusals: ["the source hub is generated"] });
  expect(body).toMatch(/^> \[!CAUTION\]\n> \*\*Generated data: nothing here is a finding\.\*\*/);
  expect(body).toContain("1. Nothing of this may be merged");
  expect(body).toContain("## What refuses a release\n\n* `the source hub is generated`");
});

test("the first edition, with nothing new and nothing open", () => {
  const body = bodyOf({ ...season, before: null, snapshots: [], open: [], advice: [], verdicts: [] });
  expect(body).toContain("the first edition");
  expect(body).toContain("No snapshot of the Hub is new.");
  expect(body).toContain("Every sentence holds.");
  expect(body).not.toContain("season -- diff");
});

test("stays below what a pull request holds, however much there is", () => {
  const many = <T>(one: T): T[] => Array.from({ length: 3000 }, () => one);
  const [pull, open, advice] = [season.snapshots[1], season.open[0], season.advice[0]];
  if (!pull || !open || !advice) throw new Error("made up wrongly");
  const long = { ...open, message: "m".repeat(5000) };
  const open13 = Array.from({ length: 13 }, (_, i) => many({ ...long, file: `analyses/c${i}/x.mdx` })).flat();
  const body = bodyOf({
    ...season,
    ...{ snapshots: many(pull), open: open13, advice: many(advice), verdicts: many(advice), refusals: many("x") },
    tables: { all: many("a/b"), onHub: many("a/b").slice(0, 60) },
  });
  expect(body.length).toBeLessThan(65_536);
});

test("Markdown: text stays text, lists end in a count, nothing stands under no heading", () => {
  expect([literal("a\n b"), literal(""), literal("`a`"), literal("abcdef", 4)]).toEqual([
    "`a b`",
    "nothing",
    "`` `a` ``",
    "`abc…`",
  ]);
  expect(list(["a", "b", "c"], 2)).toBe("* a\n* b\n* and 1 more");
  expect([section("T", "", ""), section("T", "a", "", "b")]).toEqual([[], ["## T\n\na\n\nb"]]);
  expect(folded("s", "b")).toBe("<details><summary>s</summary>\n\nb\n\n</details>");
});

test.each([
  [["2025-autumn", "2026-autumn"], "2026-winter"],
  [["2026-winter", "2026-autumn"], "2027-spring"],
  [["2027-spring"], "2027-summer"],
])("after %j comes %s", (ids, next) => {
  expect(nextSeason(ids)).toBe(next);
  expect(asOfDay(seasonOf(next), "2026-09-30", "2026-11-23")).toBe("2026-09-30");
});

test("generated months are over before the day of the edition", () => {
  expect([firstMonth("2026-09-30", 4), firstMonth("2027-01-31", 12)]).toEqual(["2026-05-20", "2026-01-20"]);
});

test("the truth is told in a line, with what it says nothing of and what differs", () => {
  const none = { untold: [], apart: [], differences: [] };
  expect(truthLines({ compared: 3, same: 2, ...none })).toEqual([
    expect.stringMatching(/^truth: 5 of 5 tables equal: /),
  ]);
  const lines = truthLines({ compared: 3, same: 2, untold: ["a/b"], apart: ["c/d"], differences: ["e/f: no"] });
  expect(lines[0]).toMatch(/^truth: 4 of 5 tables equal: /);
  expect(lines.slice(1)).toEqual([expect.stringContaining("a/b"), expect.stringContaining("c/d"), "e/f: no"]);
});
