import { beforeAll, expect, test } from "vitest";
import { loadSources, selectSources } from "#loaders/engine/canonical.ts";
import radar from "#loaders/radar.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { objects, withEngine } from "#test/fixtures/query.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { type RawRadar, radarBases, radarLicence, rawRadar, sumOf, tagAfter } from "#test/oracles/radar.ts";

type Loaded = Record<string, unknown>;

describeReal("the real archive of HF//RADAR", () => {
  let raw: RawRadar[];
  let rows: Map<unknown, Loaded>;
  let bases: Loaded[];
  let tags: Loaded[];

  beforeAll(async () => {
    const files = await realSource("radar");
    const [archive] = files.record.archives;
    if (archive === undefined) throw new Error("the record of radar has no archive");
    raw = rawRadar(cachedPath(pathsAt().cache, archive));
    const loads = radar.map((loader) => ({ loader, files }));
    await withEngine(async (engine) => {
      await loadSources(engine, loads);
      await selectSources(engine, loads, ["radar"]);
      rows = new Map((await objects(engine, "FROM models")).map((row) => [row.repo, row]));
      bases = await objects(engine, "SELECT repo_key, base_key FROM bases");
      tags = await objects(engine, "SELECT repo_key, tag FROM tags WHERE tag IN ('safetensors', 'gguf')");
    });
  }, 240_000);

  const count = (chosen: (row: RawRadar) => boolean) => raw.filter(chosen).length;
  /** Values of a column beside what a loop says, where they differ. */
  const wrong = (column: string, expected: (row: RawRadar) => unknown) =>
    raw.map((row) => [row.id, rows.get(row.id)?.[column], expected(row)]).filter(([, a, b]) => a !== b);

  test("15,904 models of 6,801 authors, with 911,067,134 downloads", () => {
    expect([raw.length, rows.size]).toEqual([15_904, 15_904]);
    expect(new Set(raw.map(({ author }) => author)).size).toBe(6801);
    expect(new Set([...rows.values()].map(({ owner }) => owner)).size).toBe(6801);
    expect(wrong("owner", ({ author }) => author)).toEqual([]);
    expect(wrong("downloads_30d", ({ downloads_30d }) => downloads_30d)).toEqual([]);
    expect(sumOf(raw, ({ downloads_30d }) => downloads_30d)).toBe(911_067_134);
  });

  test("7,874 have parameters, 12 of them 0: 7,862 sizes, the jokes among them", () => {
    expect([count(({ parameters }) => parameters !== null), count(({ parameters }) => parameters === 0)]).toEqual([
      7874, 12,
    ]);
    expect(wrong("parameters", ({ parameters }) => parameters || null)).toEqual([]);
    const sizes = [...rows.values()].flatMap(({ parameters }) => (parameters === null ? [] : [Number(parameters)]));
    expect(sizes).toHaveLength(7862);
    expect(sizes.filter((size) => size > 1e14).sort()).toEqual([1.20259084288e15, 1.998e16]);
    expect(Math.min(...sizes)).toBe(1);
  });

  test("8,552 name something as base; the 73 that name something else than owner/name, and themselves, do not count", () => {
    expect([count(({ base_model }) => base_model !== null), count(({ base_model }) => !!base_model)]).toEqual([
      8555, 8552,
    ]);
    expect(wrong("bases", (row) => radarBases(row).length)).toEqual([]);
    expect(wrong("base_key", (row) => (radarBases(row).length === 1 ? radarBases(row)[0] : null))).toEqual([]);
    const named = new Map(raw.map((row) => [row.id.toLowerCase(), radarBases(row).length]));
    expect(bases).toHaveLength([...named.values()].reduce((sum, n) => sum + n, 0));
    expect(new Set(bases.map(({ repo_key }) => repo_key)).size).toBe([...named.values()].filter((n) => n > 0).length);
    expect(count(({ base_model }) => (base_model ?? "").includes(", "))).toBe(257);
  });

  test("4,426 state no licence, 18 of which have the tag; tag and field differ in 813", () => {
    expect([
      count(({ license }) => license === null),
      count((row) => tagAfter(row, "license:") !== row.license),
    ]).toEqual([4426, 813]);
    expect(wrong("licence", radarLicence)).toEqual([]);
    const unstated = [...rows.values()].filter(({ licence }) => licence === null).length;
    expect(unstated).toBe(count((row) => radarLicence(row) === null));
    expect(unstated).toBe(4426 - count((row) => row.license === null && tagAfter(row, "license:") !== null));
  });

  test("5,443 of unknown family are 4,426 without a licence and 1,017 that the source did not class", () => {
    const unknown = raw.filter(({ license_family }) => license_family === "unknown");
    expect([unknown.length, unknown.filter(({ license }) => license === null).length]).toEqual([5443, 4426]);
  });

  test("748 removed are rows, with 44,626 downloads; 461 are gated", () => {
    expect(wrong("removed", ({ removed }) => removed)).toEqual([]);
    expect(wrong("gated", ({ gated }) => (gated ? "asked" : "none"))).toEqual([]);
    const removed = raw.filter((row) => row.removed);
    expect([removed.length, sumOf(removed, ({ downloads_30d }) => downloads_30d), count(({ gated }) => gated)]).toEqual(
      [748, 44_626, 461],
    );
  });

  test("4 pairs of ids and 1 pair of authors differ by case", () => {
    expect(raw.length - new Set(raw.map(({ id }) => id.toLowerCase())).size).toBe(4);
    expect(new Set([...rows.values()].map(({ repo_key }) => repo_key)).size).toBe(15_900);
    expect(new Set(raw.map(({ author }) => author.toLowerCase())).size).toBe(6800);
  });

  test("8 were changed before they were created: no such date; days are those of the files, in UTC", () => {
    const before = (row: RawRadar) => row.updated_at < row.created_at;
    expect(count(before)).toBe(8);
    expect(wrong("modified_on", (row) => (before(row) ? null : row.updated_at.slice(0, 10)))).toEqual([]);
    const day = ({ created_at }: RawRadar) => created_at.slice(0, 10);
    expect(wrong("created_on", (row) => (day(row) === "2022-03-02" ? null : day(row)))).toEqual([]);
    expect(count((row) => day(row).startsWith("2026-08"))).toBe(14_155);
  });

  test("tags of formats are those that the source's own formats name, but for a handful", () => {
    for (const format of ["safetensors", "gguf"]) {
      const said = new Set(raw.filter(({ formats }) => formats.includes(format)).map(({ id }) => id.toLowerCase()));
      const tagged = tags.filter(({ tag }) => tag === format).map(({ repo_key }) => String(repo_key));
      expect(said.size - tagged.length).toBeLessThanOrEqual(5);
      expect(tagged.filter((key) => !said.has(key))).toEqual([]);
    }
  });

  test("the largest model, all-MiniLM-L6-v2, has 28 % of the downloads", () => {
    const share = Number(rows.get("sentence-transformers/all-MiniLM-L6-v2")?.downloads_30d) / 911_067_134;
    expect(share).toBeCloseTo(0.28, 2);
  });
});
