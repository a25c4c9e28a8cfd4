import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realFiles, realSource } from "#test/fixtures/real.ts";
import type { RawDataset } from "#test/oracles/dataset-cards-2023.ts";
import { rawTrainings } from "#test/oracles/epoch-models.ts";
import type { RawModel } from "#test/oracles/hub.ts";
import type { RawListed } from "#test/oracles/model-cards.ts";
import * as oracle from "#test/oracles/openness.ts";
import { type RawRadar, rawRadar } from "#test/oracles/radar.ts";
import { countries } from "#test/oracles/sovereignty-shares.ts";
import { openness } from "#test/support/openness.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const registry = oracle.registered(readFileSync("data/reference/licence-families.csv", "utf8"));
const place = countries(readFileSync("data/reference/owners.csv", "utf8"));
const families = "permissive copyleft use-restricted vendor non-commercial several other none".split(" ");

/** The only Parquet file of a source, row by row. */
async function parquet<T>(id: string): Promise<T[]> {
  const [path = ""] = (await realFiles(id)).values();
  return (await rawParquet(path)) as unknown as T[];
}

async function radar(): Promise<RawRadar[]> {
  const [archive] = (await realSource("radar")).record.archives;
  if (archive === undefined) throw new Error("the record of radar has no archive");
  return rawRadar(cachedPath(pathsAt().cache, archive));
}

describeReal("a plain loop over the raw rows gives what the chapter says", () => {
  let chapter: Chapter;
  let documents: RawRadar[];
  const asked: Record<string, oracle.Asked[]> = {};
  const names: Record<string, Map<string, number>> = {};

  beforeAll(async () => {
    documents = await radar();
    asked[""] = oracle.askedOfHub(await parquet<RawModel>("hub-stats-sample"));
    asked["recent-"] = oracle.askedOfRadar(documents);
    for (const prefix of Object.keys(asked)) names[prefix] = oracle.nameCounts(asked[prefix] ?? []);
    chapter = await openness();
  }, 240_000);

  const value = (id: string): number => Number(chapter.facts.get(id)?.value);
  const rowsOf = (prefix: string): oracle.Asked[] => asked[prefix] ?? [];
  const family = (one: oracle.Asked, prefix = ""): string => oracle.familyOf(one, registry, names[prefix] ?? new Map());
  /** Holds a fact by models and one by downloads to the parts of rows. */
  const expectParts = (id: string, prefix: string, holds: (row: oracle.Asked) => boolean) => {
    const { models, downloads } = oracle.parts(rowsOf(prefix), holds);
    expect(value(`${prefix}${id}-models`), id).toBeCloseTo(models, 12);
    expect(value(`${prefix}${id}-downloads`), id).toBeCloseTo(downloads, 12);
  };

  test("4,167 evaluated models and 15,904 recent ones", () => {
    expect([rowsOf("").length, rowsOf("recent-").length]).toEqual([4167, 15_904]);
    expect([value("models"), value("recent-models")]).toEqual([4167, 15_904]);
  });

  describe.each(["", "recent-"])('licences, population "%s"', (prefix) => {
    test.each(families)("%s", (wanted) => {
      expectParts(wanted, prefix, (one) => family(one, prefix) === wanted);
    });

    test("undeclared, of those with 1,000 downloads or more", () => {
      const read = rowsOf(prefix).filter(({ downloads }) => downloads >= 1000);
      const { models } = oracle.parts(read, ({ licence }) => licence === null);
      expect(value(`${prefix}undeclared-reach`)).toBeCloseTo(models, 12);
    });

    test("formats and datasets by tags", () => {
      expectParts("safetensors", prefix, ({ tags }) => tags.includes("safetensors"));
      expectParts("gguf", prefix, ({ tags }) => tags.includes("gguf"));
      expectParts("neither-format", prefix, ({ tags }) => !tags.includes("gguf") && !tags.includes("safetensors"));
      expectParts("names-dataset", prefix, ({ tags }) => tags.some((tag) => tag.startsWith("dataset:")));
    });
  });

  const countryOf = ({ owner }: oracle.Asked): string => place.get(owner.toLowerCase()) ?? "ZZ";

  test.each([
    ["us", "US"],
    ["cn", "CN"],
  ])("publishers in %s, by downloads and by models", (key, code) => {
    const own = rowsOf("").filter((one) => countryOf(one) === code);
    for (const wanted of ["permissive", "vendor", "none"]) {
      const { models, downloads } = oracle.parts(own, (one) => family(one) === wanted);
      expect(value(`${wanted}-${key}-models`)).toBeCloseTo(models, 12);
      expect(value(`${wanted}-${key}-downloads`)).toBeCloseTo(downloads, 12);
    }
  });

  test("bounds of China's permissive share: every unplaced or unclear model given to it, or against it", () => {
    let [sure, against, loose, looseAgainst] = [0, 0, 0, 0];
    for (const one of rowsOf("")) {
      const [own, open, kind] = [countryOf(one) === "CN", ["ZZ", ""].includes(countryOf(one)), family(one)];
      if (own && kind === "permissive") sure += one.downloads;
      else if (own && kind !== "other") against += one.downloads;
      else if (own || (open && kind === "other"))
        [loose, looseAgainst] = [loose + one.downloads, looseAgainst + one.downloads];
      else if (open && kind === "permissive") loose += one.downloads;
      else if (open) looseAgainst += one.downloads;
    }
    const bounds = chapter.facts.get("permissive-cn-downloads")?.bounds;
    expect(bounds?.lower).toBeCloseTo(sure / (sure + against + looseAgainst), 12);
    expect(bounds?.upper).toBeCloseTo((sure + loose) / (sure + against + loose), 12);
  });

  test("without OpenAI, American publishers", () => {
    const own = rowsOf("").filter((one) => countryOf(one) === "US" && one.owner.toLowerCase() !== "openai");
    const { downloads } = oracle.parts(own, (one) => family(one) === "none");
    expect(value("none-us-without")).toBeCloseTo(downloads, 12);
    expect(oracle.parts(own, (one) => family(one) === "permissive").downloads).toBeCloseTo(
      value("permissive-us-without"),
      12,
    );
  });

  test("gates of recent models: of all, and above 20 billion parameters", () => {
    const gated = (rows: readonly RawRadar[]) => rows.filter((row) => row.gated).length / rows.length;
    const large = documents.filter(({ parameters }) => (parameters ?? 0) > 20e9);
    expect(value("recent-gated-models")).toBeCloseTo(gated(documents), 12);
    expect(value("recent-gated-above-20b")).toBeCloseTo(gated(large), 12);
    expect(value("recent-gated-above-20b-many")).toBeCloseTo(
      gated(large.filter((row) => row.downloads_30d >= 1000)),
      12,
    );
    expect(chapter.facts.get("recent-gated-above-20b")?.n).toBe(large.length);
  });

  test("cards of models, and two measures for datasets: 58 percent and 31 percent", async () => {
    const models = await parquet<RawListed>("model-cards-2022");
    const datasets = await parquet<RawDataset>("dataset-cards-2023");
    const carded = oracle.parts(models, ({ has_modelcard }) => has_modelcard);
    expect([value("model-card"), value("model-card-downloads")]).toEqual([
      expect.closeTo(carded.models, 12),
      expect.closeTo(carded.downloads, 12),
    ]);
    const file = oracle.parts(datasets, ({ has_card }) => has_card);
    const words = oracle.parts(datasets, ({ has_nonempty_card }) => has_nonempty_card);
    expect([value("dataset-file"), value("dataset-card")]).toEqual([
      expect.closeTo(file.models, 12),
      expect.closeTo(words.models, 12),
    ]);
    expect([file.models.toFixed(2), words.models.toFixed(2)]).toEqual(["0.58", "0.31"]);
    const read = models.filter(({ downloads }) => downloads > 0);
    expect(value("model-card-downloaded")).toBeCloseTo(
      oracle.parts(read, ({ has_modelcard }) => has_modelcard).models,
      12,
    );
  });

  test("access is blank for 1,009 of 2,228; of 2024, published weights are bounded by what is blank", async () => {
    const [path = ""] = (await realFiles("epoch-models")).values();
    const records = rawTrainings(path, ["Model accessibility", "Publication date"]);
    const blank = records.filter((one) => one["Model accessibility"] === "");
    expect([blank.length, records.length]).toEqual([1009, 2228]);
    expect(value("access-unstated")).toBeCloseTo(1009 / 2228, 12);
    const own = records.filter((one) => one["Publication date"]?.startsWith("2024"));
    const open = own.filter((one) => one["Model accessibility"]?.startsWith("Open weights")).length;
    const unsaid = own.filter((one) => one["Model accessibility"] === "").length;
    const bounds = chapter.facts.get("weights-published-2024")?.bounds;
    expect([bounds?.lower, bounds?.upper]).toEqual([
      expect.closeTo(open / own.length, 12),
      expect.closeTo((open + unsaid) / own.length, 12),
    ]);
  });

  test("access by kind of publisher: what several publish together is a kind of its own", async () => {
    const [path = ""] = (await realFiles("epoch-models")).values();
    const records = rawTrainings(path, ["Model accessibility", "Organization categorization"]);
    const kindOf = (cell: string): string => {
      const kinds = new Set(cell.split(",").map((kind) => kind.trim()));
      return kinds.size > 1 ? "joint" : ([...kinds][0] ?? "").toLowerCase();
    };
    for (const [kind, models, blank] of [
      ["academia", 662, 414],
      ["industry", 932, 266],
      ["joint", 467, 189],
    ] as const) {
      const own = records.filter((one) => kindOf(one["Organization categorization"] ?? "") === kind);
      expect([own.length, own.filter((one) => one["Model accessibility"] === "").length]).toEqual([models, blank]);
      expect(value(`access-unstated-${kind}`)).toBeCloseTo(blank / models, 12);
      const open = own.filter((one) => one["Model accessibility"]?.startsWith("Open weights")).length;
      expect(value(`weights-published-${kind}`)).toBeCloseTo(open / models, 12);
    }
  });
});
