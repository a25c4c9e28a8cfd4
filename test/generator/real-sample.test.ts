import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { generateHub } from "#scripts/generator/hub.ts";
import * as constants from "#scripts/generator/parts/sample.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { type Row, registry, rowsOf, scratch } from "./support.ts";

/** What the constants state, measured on a table of models. */
const measures = (file: string) => `
  SELECT count(*) AS rows, avg(len(tags)) AS tags,
    count(*) FILTER (pipeline_tag IS NULL) AS pipeline_tag, count(*) FILTER (library_name IS NULL) AS library_name,
    count(*) FILTER (safetensors IS NULL) AS safetensors, count(*) FILTER (baseModels IS NULL) AS baseModels,
    count(*) FILTER (gguf IS NULL) AS gguf, count(*) FILTER (cardData IS NULL) AS cardData, count(*) FILTER (cardData = '{}') AS empty,
    count(*) FILTER (createdAt::DATE = DATE '2022-03-02') AS floored, count(*) FILTER (trendingScore = 0) AS untrending,
    count(*) FILTER (len(list_filter(tags, lambda tag: starts_with(tag, 'license:'))) > 0) AS licensed,
    count(*) FILTER (regexp_matches(lower(id), '/(.*[^a-z0-9.])?((\\d+)x)?(\\d+(\\.\\d+)?)[mbt]([^a-z0-9]|$)')) AS sized,
    count(*) FILTER (baseModels.relation = 'finetune') AS finetune, count(*) FILTER (baseModels.relation = 'merge') AS merge,
    count(*) FILTER (pipeline_tag = 'text-generation') AS generation, count(*) FILTER (library_name = 'transformers') AS transformers,
    count(*) FILTER (list_contains(tags, 'license:apache-2.0')) AS apache
  FROM read_parquet('${file}')`;

const points = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
const distributions = {
  downloads: ["downloads", constants.downloads],
  downloadsAllTime: ["downloadsAllTime", constants.downloadsAllTime],
  likes: ["likes", constants.likes],
  trendingScore: ["trendingScore", constants.trending],
  tags: ["len(tags)", constants.tags],
  cards: ["length(cardData) FILTER (length(cardData) > 2)", constants.cardSize],
  parameters: ["safetensors.total", constants.parameters],
} as const;

const quantiles = (file: string) =>
  `SELECT ${Object.entries(distributions)
    .map(([name, [column]]) => {
      const [value, filter = ""] = column.split(" FILTER ");
      return `quantile_disc(${value}, [${points.join(", ")}]) ${filter && `FILTER ${filter}`} AS "${name}"`;
    })
    .join(", ")} FROM read_parquet('${file}')`;

describeReal("the generator and the real sample", () => {
  const folder = join(scratch(), "hub");
  let [real, made, realPoints, madePoints]: Row[] = [];

  beforeAll(async () => {
    const file = [...(await realFiles("hub-stats-sample")).values()].find((path) => path.length > 0) ?? "";
    const { labels } = await generateHub({ models: 20_000, months: 1, seed: 5, owners: registry }, folder);
    const generated = join(folder, labels[0] ?? "", "models.parquet");
    [real] = await rowsOf(measures(file));
    [made] = await rowsOf(measures(generated));
    [realPoints] = await rowsOf(quantiles(file));
    [madePoints] = await rowsOf(quantiles(generated));
  }, 60_000);

  test("the constants are what the sample says", () => {
    const { sample } = constants;
    expect(real).toMatchObject({
      ...sample.nulls,
      rows: sample.rows,
      empty: sample.emptyCards,
      floored: sample.floored,
      licensed: sample.licensedByTag,
      sized: sample.sizedByName,
      untrending: sample.untrending,
      finetune: new Map<string | null, number>(constants.relations).get("finetune"),
      merge: new Map<string | null, number>(constants.relations).get("merge"),
      generation: constants.tasks[0][1],
      transformers: constants.libraries[0][1],
      apache: constants.licences[0][1],
    });
    expect(Number(real?.tags)).toBeCloseTo(sample.meanTags, 2);
  });

  test.each(Object.keys(distributions) as (keyof typeof distributions)[])(
    "quantiles of %s are the sample's",
    (name) => {
      const { at, values } = distributions[name][1];
      const stated = points.map((point) => values[at.indexOf(point)]);
      const measured = realPoints?.[name] as number[];
      stated.forEach((value, i) => {
        if (value !== undefined) expect(Math.abs(value - (measured[i] ?? 0)), `at ${points[i]}`).toBeLessThanOrEqual(1);
      });
    },
  );

  test("shares of a generated Hub are within four points of the sample's, its mean of tags within one", () => {
    const { rows: realRows, tags, ...counts } = real ?? {};
    for (const [name, count] of Object.entries(counts)) {
      const [one, other] = [Number(count) / Number(realRows), Number(made?.[name]) / Number(made?.rows)];
      expect(Math.abs(one - other), `${name}: ${one} and ${other}`).toBeLessThan(0.04);
    }
    expect(Math.abs(Number(tags) - Number(made?.tags))).toBeLessThan(1.5);
  });

  test("quantiles of a generated Hub are within a factor of two and a half, or within three", () => {
    for (const name of Object.keys(distributions)) {
      const [one, other] = [realPoints?.[name], madePoints?.[name]] as [number[], number[]];
      one.forEach((value, i) => {
        const made = other[i] ?? 0;
        const near = Math.abs(value - made) <= 3 || Math.abs(Math.log(value / made)) < Math.log(2.5);
        expect(near, `${name} at ${points[i]}: ${value} and ${made}`).toBe(true);
      });
    }
  });
});
