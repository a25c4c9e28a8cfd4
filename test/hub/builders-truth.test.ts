import { beforeAll, describe, expect, test } from "vitest";
import { advice } from "#analyses/builders/advice.ts";
import builders from "#analyses/builders/analysis.ts";
import derivatives from "#analyses/derivatives/analysis.ts";
import type { Fact } from "#kit/facts.ts";
import type { Needed } from "#kit/recommendations.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { committed, neededFacts, builders as onFacts } from "#test/support/builders.ts";
import { generatedOnce, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, onHubOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";

const beside = ["family-prices", "family-crawls"];
const schemas: EvidenceSchema[] = Object.values(onHubOf(builders, ["hub"]).tables).filter(({ sources }) =>
  sources.includes("hub"),
);

/** Facts of the other chapters on the committed evidence. */
const elsewhere = await neededFacts();

/** Every value that a fact may have: its own, the ends of its bounds, and every other way to count. */
function valuesOf({ value, bounds, variants }: Fact): number[] {
  const ends = bounds === null ? [] : [bounds.lower, bounds.upper];
  return [Number(value), ...ends, ...variants.map((variant) => variant.value)];
}

describe.each(truthHubs)("builders on a generated Hub %s", (_, options) => {
  let of: HubChapter;
  let needed: Needed;
  let chapter: HubChapter["chapter"];
  let day: string | undefined;
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    day = hub.days.at(-1);
    const others = Object.fromEntries(Object.entries(committed()).filter(([name]) => beside.includes(name)));
    of = await hubChapter(builders, dir, { rows: others });
    const lineage = await hubChapter(derivatives, dir);
    needed = { ...elsewhere, derivatives: Object.fromEntries(lineage.chapter.facts) };
    chapter = await onFacts(needed, of.rows, of.on);
  }, 120_000);

  const said = (id: string) => Number(chapter.facts.get(id)?.value);
  const built = () => trueRows(of, "family-derivatives");
  const sum = (rows: readonly Record<string, unknown>[], column: string) =>
    rows.reduce((all, row) => all + Number(row[column] ?? 0), 0);

  test("the tables that stand on snapshots are those of families", () => {
    expect(schemas.map(({ name }) => name).sort()).toEqual(["family-derivatives", "family-licences", "family-models"]);
  });

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    expect(lines.truth.length).toBeGreaterThan(8);
    expect(lines.found).toEqual(lines.truth);
    const few = schema.name === "family-models" && (options.models ?? 0) < 10_000;
    if (!few) expect(unnoticedSwaps(of, schema)).toEqual([]);
  });

  test("what others build on families follows from the generator's counts", () => {
    const most = built().toSorted((a, b) => Number(b.derivatives) - Number(a.derivatives));
    const whole = sum(built(), "derivatives");
    expect(whole).toBeGreaterThan(20);
    expect([said("derivatives"), said("first-derivatives")]).toEqual([whole, most[0]?.derivatives]);
    expect(said("second-derivatives")).toBe(most[1]?.derivatives);
    expect(said("first-share")).toBeCloseTo(Number(most[0]?.derivatives) / whole, 9);
    expect(said("families")).toBe(built().length);
    expect(said("families-built-on")).toBe(built().filter(({ derivatives: n }) => Number(n) > 0).length);
    expect(said("families-others-gguf")).toBe(built().filter(({ gguf }) => Number(gguf) > 0).length);
  });

  test("sizes and formats of families follow from the generator's", () => {
    const models = trueRows(of, "family-models");
    expect(said("families-sized")).toBe(models.filter(({ sized }) => Number(sized) > 0).length);
    expect(said("families-gguf")).toBe(models.filter(({ gguf }) => Number(gguf) > 0).length);
    const rows = chapter.figures.get("base-families")?.rows ?? [];
    for (const row of models) {
      const shown = rows.find(({ family }) => family === row.family);
      expect([shown?.models, shown?.parameters_median]).toEqual([row.models, row.parameters_median]);
    }
  });

  test("each recommendation stands as its conditions do on the facts that it needs", () => {
    const factAt = (id: string) => needed[id.split("/")[0] ?? ""]?.[id.split("/")[1] ?? ""];
    const standingOf = (id: string) => chapter.recommendations.get(id)?.standing;
    for (const { id, conditions } of advice) {
      const held = conditions.map((one) => {
        const fact = factAt(one.fact);
        const other = "than" in one ? factAt(one.than) : undefined;
        if (fact === undefined || ("than" in one && other === undefined)) return null;
        const levels = "than" in one ? valuesOf(other as Fact) : [one.level];
        return valuesOf(fact).every((own) => levels.every((level) => (one.is === "below" ? own < level : own > level)));
      });
      const told = held.includes(false) ? "withdrawn" : held.includes(null) ? "untold" : "holds";
      expect(standingOf(id), id).toBe(told);
    }
    const by = (standing: string) => advice.filter(({ id }) => standingOf(id) === standing).length;
    expect([said("standing"), said("withdrawn"), said("untold")]).toEqual(["holds", "withdrawn", "untold"].map(by));
    const cites = advice.filter(({ conditions }) => conditions.some(({ fact }) => fact.startsWith("derivatives/")));
    expect(cites.length).toBeGreaterThan(0);
  });

  test("the chapter stands on the complete Hub, nothing is wrong with it, and its headlines are checked above", () => {
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(chapter.facts.get("first-share")?.basis).toMatchObject({ complete: true, asOf: day, sources: ["hub"] });
    const checked = ["first-share", "standing"].map((id) => chapter.facts.get(id));
    expect(chapter.headlines.map(({ fact }) => fact)).toEqual(checked);
  });
});
