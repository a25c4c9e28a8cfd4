import { beforeAll, expect, test } from "vitest";
import { ownerDownloads } from "#analyses/sovereignty/tables.ts";
import { type Load, loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { type Built, buildTables } from "#scripts/lib/build.ts";
import type { DeclaredTable } from "#scripts/lib/declared.ts";
import { chooseEdition } from "#scripts/lib/editions.ts";
import { gatherInputs } from "#scripts/lib/inputs.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { transport } from "#scripts/lib/transport.ts";
import { objects, withEngine } from "#test/fixtures/query.ts";
import { describeReal, mirror, realFiles } from "#test/fixtures/real.ts";
import { panelOf, type RawLine, rawLines, total } from "#test/oracles/osir-lmts.ts";

const last = "2025-09-07";
const sources = ["osir-lmts", "tracked-models"];

describeReal("the real files of OSIR-LMTS and the curated list", () => {
  let lines: RawLine[];
  let loads: readonly Load[];
  let built: Built[];
  let tables: readonly DeclaredTable[];

  beforeAll(async () => {
    lines = rawLines(await realFiles("osir-lmts"));
    const paths = pathsAt();
    const input = await gatherInputs(await chooseEdition(paths.editions, "2026-autumn"), paths, {
      open: transport({ mirror }),
    });
    tables = input.tables.filter(({ analysis }) => analysis === "sovereignty");
    loads = input.loads.filter(({ loader }) => sources.includes(loader.source));
    const own = { ...input, tables, loads };
    built = [await buildTables({ ...own, threads: 1 }), await buildTables({ ...own, threads: 2 })];
  }, 120_000);

  const count = (site: string, kind = "models") =>
    lines.filter((line) => line.site === site && line.kind === kind).length;
  const hub = (line: RawLine) => line.site === "HuggingFace" && line.kind === "models";

  const query = (sql: string) =>
    withEngine(async (engine) => {
      await loadSources(engine, loads);
      await selectSources(engine, loads, sources);
      return objects(engine, sql);
    });

  test("the raw listings hold as many rows as the record's source says", () => {
    expect([count("HuggingFace"), count("ModelScope")]).toEqual([66_379, 24_019]);
  });

  test("every Hub row is kept; 25 repeated ModelScope rows collapse", async () => {
    const rows = await query("SELECT source, platform, count(*) AS n FROM models GROUP BY ALL ORDER BY ALL");
    expect(rows).toEqual([
      { source: "osir-lmts", platform: "huggingface", n: 66_379 },
      { source: "osir-lmts", platform: "modelscope", n: 24_019 - 25 },
      { source: "tracked-models", platform: "huggingface", n: 1_772 + 186 },
    ]);
  });

  test("downloads of each Hub crawl equal a plain loop over its lines", async () => {
    const days = [...new Set(lines.map(({ day }) => day))].sort();
    const expected = days.map((day) => ({ day, downloads: total(lines, (line) => hub(line) && line.day === day) }));
    const sql = `SELECT observed_on AS day, sum(downloads_30d) AS downloads FROM models
      WHERE source = 'osir-lmts' AND platform = 'huggingface' GROUP BY observed_on ORDER BY observed_on`;
    expect(await query(sql)).toEqual(expected);
    expect(expected.at(-1)).toEqual({ day: last, downloads: 706_590_966 });
  });

  test("models without downloads appear on the last crawl only", () => {
    const unused = lines.filter((line) => hub(line) && line.downloads === 0);
    expect([unused.length, new Set(unused.map(({ day }) => day))]).toEqual([1_269, new Set([last])]);
  });

  test("the panel has 34 namespaces, and its downloads equal a plain loop", () => {
    const panel = panelOf(lines);
    expect(panel.size).toBe(34);
    const table = built[0]?.tables.find(({ entry }) => entry.name === "owner-downloads");
    const { rows } = decodeEvidence(table?.bytes ?? new Uint8Array(), ownerDownloads);
    const inPanel = rows.filter((row) => row.observed_on === last && row.in_panel);
    expect(inPanel).toHaveLength(34);
    const sum = inPanel.reduce((downloads, row) => downloads + row.downloads_30d, 0);
    expect(sum).toBe(total(lines, (line) => hub(line) && line.day === last && panel.has(line.repo)));
  });

  test("19 models share their name with a dataset; their pages are model pages, 15 with other likes", () => {
    const onLast = lines.filter(({ site, day }) => site === "HuggingFace" && day === last);
    const datasets = new Map(
      onLast.filter(({ kind }) => kind === "datasets").map((line) => [`${line.repo}/${line.name}`, line]),
    );
    const twins = onLast.filter((line) => hub(line) && datasets.has(`${line.repo}/${line.name}`));
    expect([twins.length, twins.filter(({ downloads }) => downloads === 0).length]).toEqual([19, 16]);
    expect(twins.filter(({ link }) => link.includes("/datasets/"))).toEqual([]);
    expect(twins.filter((line) => datasets.get(`${line.repo}/${line.name}`)?.likes !== line.likes).length).toBe(15);
  });

  test("four of 299 parameter rows are on no list", async () => {
    const rows = await query(
      "SELECT count(*) AS n FROM models WHERE source = 'tracked-models' AND parameters IS NOT NULL",
    );
    expect(rows).toEqual([{ n: 299 - 4 }]);
  });

  test("tables built on one and on two threads are the same bytes", () => {
    expect(built[0]?.manifest).toEqual(built[1]?.manifest);
    expect(tables.length).toBeGreaterThanOrEqual(3);
  });
});
