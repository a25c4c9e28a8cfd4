import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { paperLinks, scienceDownloads, scienceTop } from "#analyses/science/tables.ts";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { type EvidenceSchema, standingOn } from "#loaders/schema/evidence.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import { domainsOf } from "#test/oracles/science.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { rawParquet } from "#test/support/raw-rows.ts";
import { evidenceOver, type Given, reference } from "#test/support/science.ts";
import { committed, onHub, pinned, science } from "#test/support/science-chapter.ts";

const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));

/** Every word that the chapter shows. */
function words({ title, standfirst, headlines, facts, figures }: Chapter): string[] {
  const told = [...figures.values()].flatMap((one) => [one.title, one.subtitle, one.reading ?? "", one.alt, one.long]);
  const defined = [...facts.values()].flatMap(({ definition, basis }) => [definition, basis.population]);
  return [title, standfirst, ...headlines.map(({ sentence }) => sentence), ...told, ...defined];
}

describe("the chapter on a generated Hub", () => {
  let rows: Readonly<Record<string, EvidenceRows>>;
  let chapter: Chapter;
  let raw: Record<"model" | "dataset", Record<string, unknown>[]>;
  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    const hub = await generateHub({ models: 3000, months: 2, seed: 31, owners }, dir);
    const last = join(dir, hub.labels.at(-1) ?? "");
    raw = {
      model: await rawParquet(join(last, "models.parquet")),
      dataset: await rawParquet(join(last, "datasets.parquet")),
    };
    const schemas = Object.values(onHub.tables).filter(({ sources }) => sources.includes("hub"));
    const found = await evidenceOf(hubLoads(await generatedHub(dir)), schemas, { ...reference, corrections: [] });
    rows = { ...committed(), ...Object.fromEntries(found) };
    chapter = await science(rows, onHub);
  }, 120_000);

  test("has no problems, and its drawings none", () => {
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "science", {}))).toEqual([]);
    expect([...chapter.figures.keys()]).toHaveLength(5);
  });

  test("counts what plain loops over the newest files count, models and datasets each by themselves", () => {
    for (const kind of ["model", "dataset"] as const) {
      const own = (raw[kind] ?? []).filter(
        ({ id, tags }) => domainsOf({ repo: String(id), tags: (tags ?? []) as string[] }, reference.terms).length > 0,
      );
      const row = rows["science-downloads"]?.find((one) => one.kind === kind && one.domain === "(any)");
      expect(row, kind).toMatchObject({
        repositories: own.length,
        downloads_30d: own.reduce((sum, { downloads }) => sum + Number(downloads), 0),
        likes: own.reduce((sum, { likes }) => sum + Number(likes), 0),
      });
      const all = rows["science-downloads"]?.find((one) => one.kind === kind && one.domain === "(all)");
      expect(all?.repositories).toBe(raw[kind].length);
    }
  }, 60_000);

  test("speaks of the Hub and of no list, but where labels and Epoch AI's records are meant", () => {
    expect(chapter.findings.basis.complete).toBe(true);
    expect(chapter.title).toMatch(/^.*% of the Hub’s models say a science, and draw .*% of downloads$/);
    const said = words(chapter).filter((text) => /RADAR|evaluations name|newly listed|undefined|NaN/.test(text));
    expect(said).toEqual([]);
    expect(chapter.facts.get("other-all")?.unit).toBe("datasets");
  });

  test("knows the upvotes of some papers, which the lists do not", () => {
    expect(rows["paper-links"]?.some(({ upvoted_papers }) => typeof upvoted_papers === "number")).toBe(true);
    expect(committed()["paper-links"]?.every(({ upvoted_papers }) => upvoted_papers === null)).toBe(true);
  });
});

describe("the queries over a few repositories of the Hub", () => {
  const of = <S extends EvidenceSchema>(schema: S): S => standingOn(schema, pinned) as unknown as S;
  const hub = { source: "hub", day: "2026-09-20" };
  const given: Given[] = [
    { ...hub, repo: "a/protein", tags: ["arxiv:2401.00001"], downloads: 10, likes: 1 },
    { ...hub, repo: "a/medical-chat", downloads: 30, likes: 2 },
    { ...hub, repo: "b/chat", tags: ["arxiv:2401.00002"], downloads: 60, likes: 7 },
    { ...hub, repo: "b/old-protein", day: "2026-08-20", downloads: 900 },
    { ...hub, repo: "b/x-ray", tags: ["chest x-ray", "arxiv:2401.00001"], kind: "dataset", downloads: 5 },
  ];

  test("the newest day alone; models and datasets apart", async () => {
    const rows = await evidenceOver(of(scienceDownloads), given);
    const found = rows.map(({ kind, domain, repositories, downloads_30d: downloads }) => [
      ...[kind, domain, repositories, downloads],
    ]);
    expect(found).toEqual([
      ["dataset", "(all)", 1, 5],
      ["dataset", "(any)", 1, 5],
      ["dataset", "medicine", 1, 5],
      ["model", "(all)", 3, 100],
      ["model", "(any)", 2, 40],
      ["model", "biology", 1, 10],
      ["model", "medicine", 1, 30],
    ]);
  });

  test("the most downloaded, by place", async () => {
    const rows = await evidenceOver(of(scienceTop), given);
    const any = rows.filter(({ kind, domain }) => kind === "model" && domain === "(any)");
    expect(any.map(({ place, repo, downloads_30d: downloads }) => [place, repo, downloads])).toEqual([
      [1, "a/medical-chat", 30],
      [2, "a/protein", 10],
    ]);
  });

  test("papers that repositories name, and those with upvotes", async () => {
    const paper = { source: "hub", paper: "2401.00001", observed_on: "2026-09-20", published_on: null, upvotes: 3 };
    const rows = await evidenceOver(of(paperLinks), given, [{ ...paper, has_code: null, organisation: null }]);
    const found = rows.map(({ kind, domain, repositories, papers, upvoted_papers: upvoted }) => [
      ...[kind, domain, repositories, papers, upvoted],
    ]);
    expect(found).toContainEqual(["model", "(all)", 2, 2, 1]);
    expect(found).toContainEqual(["model", "biology", 1, 1, 1]);
    expect(found).toContainEqual(["dataset", "medicine", 1, 1, 1]);
  });
});
