import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realFiles, realSource } from "#test/fixtures/real.ts";
import { kindOf, kindsIn, partsBy, spaceOf, type Weighed } from "#test/oracles/independents.ts";
import { rawEdges } from "#test/oracles/lineage.ts";
import type { RawListed } from "#test/oracles/model-cards.ts";
import { type RawRadar, radarBases, rawRadar, tagAfter } from "#test/oracles/radar.ts";
import { csv } from "#test/oracles/sovereignty-shares.ts";
import { independents } from "#test/support/independents.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const registry = readFileSync("data/reference/owners.csv", "utf8");
const kinds = kindsIn(registry);
const groups: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...new Set([...kinds.values()].map(({ kind }) => kind))].map((kind) => [kind, [kind]])),
  independent: ["individual", "community"],
  research: ["academia", "government", "non-profit"],
};

describeReal("plain loops over the raw rows give what the chapter says", () => {
  let listed: RawListed[];
  let recent: RawRadar[];
  let edges: ReturnType<typeof rawEdges>;
  let chapter: Chapter;

  beforeAll(async () => {
    const only = async (id: string) => [...(await realFiles(id)).values()][0] ?? id;
    listed = (await rawParquet(await only("model-cards-2022"))) as unknown as RawListed[];
    edges = rawEdges(await only("textgen-lineage"));
    const [archive] = (await realSource("radar")).record.archives;
    recent = rawRadar(archive === undefined ? "" : cachedPath(pathsAt().cache, archive));
    chapter = await independents();
  }, 120_000);

  const fact = (id: string) => chapter.facts.get(id);
  const value = (id: string) => Number(fact(id)?.value);
  const other = (id: string, label: string) => fact(id)?.variants.find((one) => one.label === label);
  const near = (found: number | undefined, expected: number | undefined, what = "") =>
    expect(Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN)), what).toBeLessThan(1e-12);
  const sum = (parts: ReadonlyMap<string, number>, names: readonly string[] = []) =>
    names.reduce((all, name) => all + (parts.get(name) ?? 0), 0);

  /** Holds the share of every group of kinds, with its bounds, to what things weigh. */
  function holds(prefix: string, measure: string, things: readonly Weighed[], named = Object.keys(groups)): void {
    const parts = partsBy(things);
    const unknown = sum(parts, ["unknown", "nameless"]);
    for (const group of named) {
      const id = `${prefix}${group}-${measure}`;
      const part = sum(parts, groups[group]);
      near(value(id), part, id);
      near(fact(id)?.bounds?.upper ?? value(id), part + unknown, id);
    }
    near(value(`${prefix}unclassified-${measure}`), sum(parts, ["unknown"]));
  }

  const weighed = (weight: (row: RawListed) => number, rows = listed): Weighed[] =>
    rows.map((row) => ({ kind: kindOf(row.modelId, kinds), weight: weight(row) }));
  const downloads = ({ downloads: all }: RawListed): number => all;

  test("owners, models and downloads of 2022", () => {
    holds(
      "",
      "models",
      weighed(() => 1),
    );
    holds("", "downloads", weighed(downloads));
    const spaces = new Set(listed.map(({ modelId }) => spaceOf(modelId)));
    spaces.delete("");
    holds(
      "",
      "owners",
      [...spaces].map((space) => ({ kind: kindOf(`${space}/m`, kinds), weight: 1 })),
    );
  });

  test("20,455 authors; the file's own word on canonical models gives companies 68.2 percent, without them 40.6", () => {
    expect([new Set(listed.map(({ author }) => author)).size, value("owners")]).toEqual([20_455, 20_455]);
    expect([listed.filter(({ modelId }) => !modelId.includes("/")).length, value("nameless")]).toEqual([68, 68]);
    const credited = listed.map((row) => ({ kind: kindOf(`${row.author}/m`, kinds), weight: row.downloads }));
    near(value("industry-downloads-hosted"), partsBy(credited).get("industry"));
    const named = listed.filter(({ modelId }) => modelId.includes("/"));
    near(value("industry-downloads-named"), partsBy(weighed(downloads, named)).get("industry"));
    const told = ["industry-downloads-hosted", "industry-downloads-named", "nameless-downloads"].map(value);
    expect(told.map((share) => Math.round(share * 1000))).toEqual([682, 406, 466]);
  });

  test("without classifications of low confidence that is the 67.4 and 39.0 percent that others found", () => {
    const sure = new Map([...kinds].filter(([, { confidence }]) => confidence !== "low"));
    const industry = (rows: readonly RawListed[]) =>
      partsBy(rows.map((row) => ({ kind: kindOf(`${row.author}/m`, sure), weight: row.downloads }))).get("industry");
    expect(industry(listed)).toBeCloseTo(0.674, 3);
    expect(industry(listed.filter(({ modelId }) => modelId.includes("/")))).toBeCloseTo(0.39, 3);
  });

  test("low and medium confidence as unknown", () => {
    for (const [label, levels] of [
      ["low confidence as unknown", ["high", "medium"]],
      ["medium and low as unknown", ["high"]],
    ] as const) {
      const sure = new Map([...kinds].filter(([, { confidence }]) => levels.some((level) => level === confidence)));
      const parts = partsBy(listed.map((row) => ({ kind: kindOf(row.modelId, sure), weight: row.downloads })));
      near(other("independent-downloads", label)?.value, sum(parts, groups.independent));
      near(other("industry-downloads", label)?.value, parts.get("industry"));
      near(other("unclassified-downloads", label)?.value, parts.get("unknown"));
    }
  });

  test("the most downloaded independent owner left out", () => {
    const sums = new Map<string, number>();
    for (const { modelId, downloads: all } of listed)
      if (groups.independent?.includes(kindOf(modelId, kinds)))
        sums.set(spaceOf(modelId), (sums.get(spaceOf(modelId)) ?? 0) + all);
    const [[first] = [""]] = [...sums].sort((a, b) => b[1] - a[1]);
    const left = listed.filter(({ modelId }) => spaceOf(modelId) !== first);
    near(value("independent-downloads-without-first"), sum(partsBy(weighed(downloads, left)), groups.independent));
  });

  test("contested owners in: those that the list of alternatives calls independent too", () => {
    const [header = [], ...rows] = csv(readFileSync("data/reference/owner-alternatives.csv", "utf8"));
    const moved = new Map(kinds);
    for (const row of rows) {
      const [owner = "", kind = ""] = [row[header.indexOf("owner")]?.toLowerCase(), row[header.indexOf("kind")]];
      const now = kinds.get(owner)?.kind;
      if (now !== undefined && !groups.independent?.includes(now) && groups.independent?.includes(kind))
        moved.set(owner, { kind, confidence: "" });
    }
    const parts = partsBy(listed.map((row) => ({ kind: kindOf(row.modelId, moved), weight: row.downloads })));
    near(other("independent-downloads", "contested owners in")?.value, sum(parts, groups.independent));
  });

  test("models created before 2022", () => {
    const early = listed.filter(({ creation_time }) => creation_time !== null && creation_time < "2022");
    expect([early.length, value("before-models")]).toEqual([24_058, 24_058]);
    expect(value("dated-models")).toBe(listed.filter(({ creation_time }) => creation_time !== null).length);
    holds(
      "before-",
      "models",
      weighed(() => 1, early),
    );
    holds("before-", "downloads", weighed(downloads, early));
  });

  test("15,904 recent models", () => {
    expect([recent.length, value("radar-models")]).toEqual([15_904, 15_904]);
    holds(
      "radar-",
      "models",
      recent.map(({ id }) => ({ kind: kindOf(id, kinds), weight: 1 })),
    );
    const drawn = recent.map(({ id, downloads_30d }) => ({ kind: kindOf(id, kinds), weight: downloads_30d }));
    holds("radar-", "downloads", drawn);
    const [, ...left] = [...drawn].sort((a, b) => b.weight - a.weight);
    near(value("radar-industry-downloads-without-first-model"), partsBy(left).get("industry"));
    expect(
      Math.round(
        (drawn.reduce((sum, { weight }) => sum + weight, 0) - left.reduce((sum, { weight }) => sum + weight, 0)) / 1e6,
      ),
    ).toBe(257);
    expect(value("listed-models")).toBe(listed.length + recent.length);
  });

  describe("who adapts and redistributes", () => {
    const shown = ["industry", "research", "independent"];
    test.each([
      ["finetune", "finetuned"],
      ["adapter", "adapter"],
      ["quantized", "quantized"],
      ["merge", "merged"],
    ])("%s, text generation: each model once", (relation, word) => {
      const own = new Set<string>();
      for (const { source, target, edge } of edges)
        if (edge === word && source.toLowerCase() !== target.toLowerCase()) own.add(target.toLowerCase());
      expect(value(`lineage-${relation}-models`)).toBe(own.size);
      holds(
        `lineage-${relation}-`,
        "models",
        [...own].map((id) => ({ kind: kindOf(id, kinds), weight: 1 })),
        shown,
      );
    });

    test.each(["finetune", "adapter", "quantized"])("%s, recent models: models and downloads", (relation) => {
      const latest = new Map<string, RawRadar>();
      for (const row of recent) {
        const before = latest.get(row.id.toLowerCase());
        if (before === undefined || `${row.updated_at}${row.id}` > `${before.updated_at}${before.id}`)
          latest.set(row.id.toLowerCase(), row);
      }
      const own = [...latest.values()].filter((row) => radarBases(row).length > 0 && relationOf(row) === relation);
      expect(value(`derived-${relation}-models`)).toBe(own.length);
      const kind = (row: RawRadar) => kindOf(row.id, kinds);
      holds(
        `derived-${relation}-`,
        "models",
        own.map((row) => ({ kind: kind(row), weight: 1 })),
        shown,
      );
      const drawn = own.map((row) => ({ kind: kind(row), weight: row.downloads_30d }));
      holds(`derived-${relation}-`, "downloads", drawn, shown);
    });
  });
});

/** How a document stands to its base: the first of its tags that says so. */
function relationOf(row: RawRadar): string | null {
  for (const tag of row.tags)
    for (const relation of ["finetune", "adapter", "quantized", "merge"])
      if (tag.startsWith(`base_model:${relation}:`)) return relation;
  return tagAfter(row, "base_model:none:");
}
