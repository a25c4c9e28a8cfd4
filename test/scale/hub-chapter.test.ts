import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import analysis from "#analyses/scale/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { drawFaults } from "#kit/draw/check.ts";
import { draw, sizes } from "#kit/draw/draw.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { day } from "#kit/format.ts";
import { checkProse } from "#kit/prose/check.ts";
import type { Told } from "#kit/tell.ts";
import { findLoaders } from "#loaders/discover.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { datasetCardsLoads } from "#test/fixtures/dataset-cards.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { scratch } from "#test/fixtures/source.ts";
import * as oracle from "#test/oracles/scale.ts";
import { rawParquet } from "#test/support/raw-rows.ts";
import { evaluated, onHub, type Rows, reduced } from "#test/support/scale.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const messages = ({ problems }: Chapter) => problems.map(({ message }) => message);
const floor = "2022-03-02";

/** Every word that the chapter shows. */
function words({ title, standfirst, headlines, facts, figures }: Chapter): string[] {
  const told = [...figures.values()].flatMap((one) => [one.title, one.subtitle, one.reading ?? "", one.alt, one.long]);
  const defined = [...facts.values()].flatMap(({ definition, basis }) => [definition, basis.population]);
  return [title, standfirst, ...headlines.map(({ sentence }) => sentence), ...told, ...defined];
}

describe("the chapter on a generated Hub", () => {
  let rows: Rows;
  let chapter: Chapter;
  let raw: Record<"model" | "dataset", string[]>;
  let days: readonly string[];
  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    const hub = await generateHub({ models: 6000, months: 3, seed: 21, owners }, dir);
    days = hub.days;
    const last = join(dir, hub.labels.at(-1) ?? "");
    const dates = async (file: string) =>
      (await rawParquet(join(last, `${file}.parquet`))).map((row) => String(row.createdAt).slice(0, 10));
    raw = { model: await dates("models"), dataset: await dates("datasets") };
    const cards = ["2020-01-05", "2021-06-01", "2022-02-28"].map((day, i) => ({
      modelId: `a/${i}`,
      creation_time: `${day}T00:00:00Z`,
    }));
    const loads = [...hubLoads(await generatedHub(dir)), await modelCardsLoad(cards), ...(await datasetCardsLoads({}))];
    rows = await reduced(onHub, loads, reference);
    chapter = evaluated(onHub, rows, reference);
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const drawn = (figure: string) => chapter.figures.get(figure)?.rows ?? [];

  test("has no problems, and its drawings none", () => {
    expect(messages(chapter)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "scale", {}))).toEqual([]);
    expect(chapter.figures.size).toBe(4);
    expect(words(chapter).filter((text) => /NaN|undefined|null|sample/i.test(text))).toEqual([]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, asOf: days.at(-1) });
    expect(chapter.title).toMatch(/^Hub models: doubling time .* in 2026/);
  });

  test("counts the newest snapshot, and leaves what its dates cannot place before the first month", () => {
    for (const [kind, name] of [
      ["model", "models"],
      ["dataset", "datasets"],
    ] as const) {
      expect(value(`${name}-listed`), name).toBe(raw[kind].length);
      const known = raw[kind].filter((day) => day !== floor).map((day) => day.slice(0, 7));
      const floored = raw[kind].filter((day) => day === floor).length;
      const own = drawn("created-by-month").filter(
        (row) => row.earlier === false && String(row.kind).toLowerCase() === name,
      );
      const last = String(own.at(-1)?.ends).slice(0, 7);
      const totals = oracle.totals(known, last).map((row) => ({ ...row, total: row.total + floored }));
      expect(own.map((row) => ({ month: String(row.ends).slice(0, 7), total: row.total }))).toEqual(totals);
      expect(last < (days.at(-1) ?? "").slice(0, 7), "the month of the snapshot is not over").toBe(true);
    }
  });

  test("takes months before the floor from the listing of 2022, marked, and joins no total to them", () => {
    const early = drawn("created-by-month").filter((row) => row.earlier === true && row.kind === "Models");
    expect(early.map((row) => [String(row.ends).slice(0, 7), row.total]).filter(([, total]) => total === 3)).toEqual([
      ["2022-02", 3],
    ]);
    expect(early[0]).toMatchObject({ ends: "2020-01-31", created: 1, listing: "listing of 1 October 2022" });
    const own = drawn("created-by-month").filter((row) => row.earlier === false && row.kind === "Models");
    expect(own[0]?.ends).toBe("2022-03-31");
    expect(Number(own[0]?.total)).toBeGreaterThan(3 + Number(own[0]?.created));
  });

  test("draws a total for every snapshot, and no line from one listing to another", () => {
    const lines = drawn("totals").filter((row) => row.origin === "by date" && row.kind === "Models");
    expect(new Set(lines.map((row) => row.listing))).toEqual(
      new Set(["listing of 1 October 2022", `snapshot of ${day(days.at(-1) ?? "")}`]),
    );
    const svg = draw(chapter.figures.get("totals") as Told, sizes.wide).inner;
    const paths = /<g[^>]*stroke-width="2.25"[^>]*>(.*?)<\/g>/s.exec(svg)?.[1]?.match(/<path/g);
    expect(paths).toHaveLength(4);
    const listed = drawn("totals").filter((row) => row.origin === "listed" && row.kind === "Models");
    expect(listed.map((row) => row.on)).toEqual(["2022-10-01", ...days]);
    expect(listed.at(-1)?.total).toBe(raw.model.length);
  });

  test("works out growth and the doubling time from the snapshot alone", () => {
    const known = raw.model.filter((day) => day !== floor).map((day) => day.slice(0, 7));
    const floored = raw.model.length - known.length;
    const last = String(
      drawn("created-by-month")
        .filter((row) => row.kind === "Models")
        .at(-1)?.ends,
    ).slice(0, 7);
    const totals = oracle.totals(known, last).map(({ total }) => total + floored);
    expect(value("models-doubling")).toBeCloseTo(oracle.doubling(totals.slice(-13)), 6);
    const growth = totals.slice(12).flatMap((total, i) => ((totals[i] ?? 0) >= 1000 ? [total / (totals[i] ?? 1)] : []));
    expect([value("models-windows"), value("models-growth-least")]).toEqual([growth.length, Math.min(...growth)]);
    expect(chapter.facts.has("models-extended")).toBe(false);
  });

  test("carries the prose of an edition", () => {
    const figures = [...chapter.figures.keys()].map((id) => `<Figure id="${id}" />`).join("\n\n");
    const prose = `On the whole Hub there are <Fact id="models-listed" /> models.\n\n${figures}\n\n## What this edition cannot know\n\nThe rest.\n`;
    const found = checkProse("analyses/scale/2026-autumn.mdx", prose, { chapter, published: [], sources: [] });
    expect(found.map(({ message }) => message)).toEqual([]);
  });
});

describeReal("the chapter on the real sample of hub-stats", () => {
  const id = "hub-stats-sample";
  let chapter: Chapter;
  let raw: string[];
  beforeAll(async () => {
    const files = await realSource(id);
    const { population } = files.record;
    raw = (await rawParquet(files.local(files.record.files[0]?.path ?? ""))).map((row) => String(row.createdAt));
    const on = onSample(population);
    const loads = (await findLoaders(id, pathsAt().loaders)).map((loader) => ({ loader, files }));
    chapter = evaluated(on, await reduced(on, loads, await readReference("data/reference")), reference);
  }, 120_000);

  function onSample(population: string): Analysis {
    const standing = { sources: [id], population, complete: false, wider: [] };
    const tables = Object.entries(analysis.tables).map(([key, schema]) => [key, { ...schema, ...standing }]);
    return { ...(analysis as unknown as Analysis), tables: Object.fromEntries(tables) };
  }

  test("has no problems and counts its rows by plain loops", () => {
    expect(messages(chapter)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "scale", {}))).toEqual([]);
    expect(chapter.facts.get("models-listed")?.value).toBe(4167);
    expect(raw).toHaveLength(4167);
    const drawn = chapter.figures.get("created-by-month")?.rows ?? [];
    const months = oracle.byMonth(raw.map((day) => (day.startsWith(floor) ? null : day.slice(0, 7))));
    const cut = drawn
      .filter((row) => Number(row.created) > 0)
      .map((row) => [String(row.ends).slice(0, 7), row.created]);
    expect(cut).toEqual([...months].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, cut.length));
    expect(months.size - cut.length).toBeLessThanOrEqual(1);
  });

  test("is never told as the Hub, and no growth is told of what was chosen afterwards", () => {
    expect(chapter.findings.basis.complete).toBe(false);
    for (const [fact, { basis }] of chapter.facts) expect(basis.complete, fact).toBe(false);
    expect([...chapter.figures.keys()]).toEqual(["created-by-month"]);
    expect([...chapter.facts.keys()].filter((fact) => /growth|windows|^(models|datasets)-doubling/.test(fact))).toEqual(
      [],
    );
    expect(chapter.title).toBe("4,167 repositories are listed: models of the Hub that public evaluations name");
    const known = words(chapter).map((text) => text.replaceAll("models of the Hub that public evaluations name", ""));
    const own = known.filter((text) => !/published/i.test(text));
    expect(own.filter((text) => /\b(?:the Hub|whole Hub|Hub models)\b/.test(text))).toEqual([]);
  });
});
