import { beforeAll, describe, expect, test } from "vitest";
import lifetimes from "#analyses/lifetimes/analysis.ts";
import { generatedOnce, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, onHubOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";
import { committed } from "#test/support/lifetimes.ts";

const schemas = Object.values(onHubOf(lifetimes, ["hub"]).tables).filter(({ sources }) => sources.includes("hub"));
const weeks = Array.from({ length: 16 }, (_, i) => new Date(Date.UTC(2026, 1, 4 + 7 * i)).toISOString().slice(0, 10));

/** The Hubs of every chapter; and longer series, month by month and week by week, in which most fall that fall at all. */
const hubs = [
  ...truthHubs,
  ["of eight months", { models: 6_000, months: 8, seed: 41 }],
  ["of eight months without ids in one", { models: 3_000, months: 8, seed: 42, withoutIds: [4] }],
  ["of sixteen weeks", { models: 2_000, days: weeks, seed: 43 }],
] as const;

type Row = Readonly<Record<string, unknown>>;

describe.each(hubs)("lifetimes beside a generated Hub %s", (name, options) => {
  let of: HubChapter;
  let last: string;
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    last = hub.days.at(-1) ?? "";
    of = await hubChapter(lifetimes, dir, { rows: committed() });
  }, 120_000);

  const fact = (id: string) => of.chapter.facts.get(id);
  const said = (id: string) => fact(id)?.value;
  const sum = (some: readonly Row[], column: string) => {
    let total = 0;
    for (const row of some) total += Number(row[column]);
    return total;
  };

  test("tables that stand on the Hub are those that its files give", () => {
    expect(schemas.map((schema) => schema.name).sort()).toEqual([
      "hub-release-months",
      "hub-release-spells",
      "hub-windows",
    ]);
  });

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    expect(lines.truth.length).toBeGreaterThan(1);
    expect(lines.found).toEqual(lines.truth);
  });

  test.each(schemas)("$name: any two statistics swapped would be found", (schema) => {
    expect(unnoticedSwaps(of, schema)).toEqual([]);
  });

  test("how long a release held and how long it was watched swapped would be found", () => {
    const schema = schemas.find((one) => one.name === "hub-release-spells") as (typeof schemas)[number];
    const swapped = (of.rows[schema.name] ?? []).map((row) => ({ ...row, held_days: row.days, days: row.held_days }));
    const { found, truth } = linesOf({ ...of, rows: { [schema.name]: swapped } }, schema);
    expect(found).not.toEqual(truth);
  });

  test("the part of downloads that goes to models in their first year follows from the generator's counts", () => {
    const window = trueRows(of, "hub-windows").filter((row) => row.observed_on === last);
    const [all, young, most] = ["downloads", "first_year_downloads", "first_year_downloads_most"].map((column) =>
      sum(window, column),
    ) as [number, number, number];
    expect(said("hub-first-year")).toBeCloseTo(young / all, 9);
    expect(fact("hub-first-year")?.bounds?.upper).toBeCloseTo(most / all, 9);
  });

  /** Days and falls of every release, one row a model, from the generator's counts. */
  const spells = () =>
    trueRows(of, "hub-release-spells")
      .filter(({ base, threshold }) => base === "first" && threshold === "half")
      .flatMap(({ days, fell, models }) =>
        Array.from({ length: Number(models) }, () => ({ days: Number(days), fell })),
      );

  test("how long releases keep half of their first full month follows from the generator's counts", () => {
    const all = spells();
    expect(said("hub-release-models")).toBe(all.length);
    expect(said("hub-release-fell")).toBe(all.filter(({ fell }) => fell).length);
    let [left, median, still] = [1, undefined as number | undefined, 1];
    for (const day of [...new Set(all.map(({ days }) => days))].sort((a, b) => a - b)) {
      const falls = all.filter(({ days, fell }) => fell && days === day).length;
      left *= 1 - falls / all.filter(({ days }) => days >= day).length;
      if (day <= 42) still = left;
      if (left <= 0.5) median ??= day;
    }
    const watched = Math.max(...all.map(({ days }) => days));
    if (watched >= 42) expect(said("hub-release-half-beyond-42")).toBeCloseTo(still, 9);
    expect(said("hub-release-half")).toBe(median);
    if (name.startsWith("of eight") || name.startsWith("of sixteen")) expect(median).toBeGreaterThan(27);
  });

  test("what the median release keeps follows from the generator's counts", () => {
    for (const months of [1, 3, 6]) {
      const parts = trueRows(of, "hub-release-months")
        .filter((row) => row.months === months)
        .flatMap(({ kept, models }) => Array.from({ length: Number(models) }, () => Number(kept) / 100))
        .sort((a, b) => a - b);
      const middle = parts[Math.ceil(parts.length / 2) - 1];
      expect(said(`hub-kept-${months}`), String(months)).toBe(middle);
    }
  });

  test("nothing is wrong with the chapter; what speaks of the whole Hub says so, the rest does not", () => {
    expect(of.chapter.problems.map(({ message }) => message)).toEqual([]);
    const complete = [...of.chapter.facts].filter(([, { basis }]) => basis.complete);
    expect(complete.map(([id]) => id).filter((id) => !id.startsWith("hub-"))).toEqual([]);
    expect(complete.length).toBeGreaterThan(3);
    for (const [id, { basis }] of complete) expect(basis, id).toMatchObject({ asOf: last, sources: ["hub"] });
  });
});
