import { beforeAll, describe, expect, test } from "vitest";
import robotics from "#analyses/robotics/analysis.ts";
import { generatedOnce, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, onHubOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";

const schemas = Object.values(onHubOf(robotics, ["hub"]).tables);

describe.each(truthHubs)("robotics on a generated Hub %s", (_, options) => {
  let of: HubChapter;
  let last: string;
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    last = hub.days.at(-1) ?? "";
    of = await hubChapter(robotics, dir);
  }, 120_000);

  const said = (id: string) => of.chapter.facts.get(id)?.value;
  const rows = (name: string, keep = (_: Record<string, unknown>) => true) => trueRows(of, name).filter(keep);
  const sum = (own: readonly Record<string, unknown>[], column: string) => {
    let total = 0;
    for (const row of own) total += Number(row[column]);
    return total;
  };

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    expect(lines.truth.length).toBeGreaterThan(2);
    expect(lines.found).toEqual(lines.truth);
  });

  test.each(schemas)("$name: any two statistics swapped would be found", (schema) => {
    expect(unnoticedSwaps(of, schema)).toEqual([]);
  });

  test("what models for robotics weigh and whose data sets they name follows from the generator's counts", () => {
    const all = rows("model-tasks");
    const is = (row: Record<string, unknown>) => row.task === "robotics";
    const [own, others] = [all.filter(is), all.filter((row) => row.task !== null && !is(row))];
    const part = (some: readonly Record<string, unknown>[], column: string, whole = "models") =>
      sum(some, column) / sum(some, whole);
    expect([said("models"), said("robotics-models")]).toEqual([sum(all, "models"), sum(own, "models")]);
    const shares = {
      "robotics-share": sum(own, "models") / sum(all, "models"),
      "robotics-downloads": sum(own, "downloads_30d") / sum(all, "downloads_30d"),
      "robotics-unused": part(own, "unused"),
      "robotics-own": part(own, "naming_own"),
      "others-own": part(others, "naming_own"),
      "robotics-naming": part(own, "naming"),
      "others-naming": part(others, "naming"),
      "lerobot-own": part(
        own.filter(({ lerobot }) => lerobot),
        "naming_own",
      ),
      "elsewhere-own": part(
        own.filter(({ lerobot }) => !lerobot),
        "naming_own",
      ),
    };
    for (const [id, share] of Object.entries(shares)) expect(said(id), id).toBeCloseTo(share, 9);
    expect(shares["lerobot-own"]).toBeGreaterThan(2 * shares["elsewhere-own"]);
  });

  test("libraries and namespaces of models for robotics follow from the generator's counts", () => {
    const [libraries, namespaces] = [rows("robotics-libraries"), rows("robotics-namespaces")];
    const models = sum(libraries, "models");
    const lerobot = libraries.filter(({ library }) => library === "lerobot");
    expect(said("lerobot")).toBeCloseTo(sum(lerobot, "models") / models, 9);
    const held: number[] = [];
    let known = 0;
    for (const row of namespaces) {
      for (let n = 0; n < Number(row.namespaces); n++) held.push(Number(row.held));
      if (row.owner !== "(unregistered)") known += Number(row.held) * Number(row.namespaces);
    }
    held.sort((a, b) => b - a);
    expect(said("namespaces")).toBe(held.length);
    expect(said("models-each")).toBe(held[Math.floor(held.length / 2)]);
    const top = held.slice(0, 10).reduce((a, b) => a + b, 0);
    expect(said("top-share")).toBeCloseTo(top / models, 9);
    expect(said("registered-share")).toBeCloseTo(known / models, 9);
  });

  test("robotics among the categories of datasets follows from the generator's counts", () => {
    const all = rows("category-months");
    const by = (category: string, end: string) =>
      sum(
        all.filter(
          (row) => row.category === category && (row.month === null ? row.at_floor : String(row.month) <= end),
        ),
        "datasets",
      );
    const listed = (category: string) =>
      sum(
        all.filter((row) => row.category === category),
        "datasets",
      );
    const names = [...new Set(all.map(({ category }) => String(category)))].filter((name) => !name.startsWith("("));
    const whole = listed("(all)");
    expect([said("datasets-listed"), said("robotics-listed")]).toEqual([whole, listed("robotics")]);
    expect([said("categories-listed"), said("listed-day")]).toEqual([names.length, last]);
    expect(said("first-listed")).toBe(Math.max(...names.map(listed)));
    expect(said("text-generation-listed")).toBe(listed("text-generation"));
    expect(said("uncategorised")).toBeCloseTo(listed("(none)") / whole, 9);
    for (const year of ["2023", "2024", "2025"]) {
      const end = `${year}-12-31`;
      expect(said(`robotics-by-${year}`), year).toBe(by("robotics", end));
      const ahead = names.filter((name) => by(name, end) > by("robotics", end)).length;
      expect(said(`rank-by-${year}`), year).toBe(ahead + 1);
    }
    const months = all.flatMap(({ month }) => (month === null ? [] : [String(month)]));
    const newest = months
      .filter((month) => month < `${last.slice(0, 7)}-01`)
      .sort()
      .at(-1);
    const fresh = all.filter(({ month }) => month === newest);
    const share = (category: string) =>
      sum(
        fresh.filter((row) => row.category === category),
        "datasets",
      );
    expect(said("new-share")).toBeCloseTo(share("robotics") / share("(all)"), 9);
  });

  test("the chapter stands on the complete Hub, and nothing is wrong with it", () => {
    expect(of.chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(of.chapter.findings.basis).toMatchObject({ complete: true, asOf: last, sources: ["hub"] });
  });
});
