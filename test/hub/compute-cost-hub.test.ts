import { describe, expect, test, vi } from "vitest";
import analysis from "#analyses/compute-cost/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { draw, sizes } from "#kit/draw/draw.ts";
import { evaluate, type Material } from "#kit/evaluate.ts";
import { findLoaders } from "#loaders/discover.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { codeOf } from "#site/lib/code.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { committedRows, editionOf, inEdition } from "#test/support/committed.ts";
import { generatedOnce, reference } from "#test/support/generated-hub.ts";
import { evidenceOf } from "#test/support/hub.ts";
import { onHubOf } from "#test/support/hub-chapters.ts";

vi.setConfig({ testTimeout: 60_000 });

const edition = "2026-autumn";
const edited = analysis as unknown as Analysis;
const pinned = Object.keys(editionOf(edition).sources);

/** The chapter on what the edition pins, and on that and the Hub. */
const [without, beside] = [inEdition(edited, edition), onHubOf(analysis, [...pinned, "hub"])];
const rows = committedRows(edited, edition);

function chapterOn(standing: Analysis) {
  const given = rows as Material["rows"];
  return evaluate(standing, { rows: given, reference, needed: {}, sources: codeOf("compute-cost") });
}

describe("compute-cost in an edition that also pins the Hub", () => {
  test("has the very same tables: none of them stands on the Hub", () => {
    expect(beside.tables).toEqual(without.tables);
    expect(Object.values(beside.tables).length).toBeGreaterThan(5);
    expect(Object.values(beside.tables).filter(({ sources }) => sources.includes("hub"))).toEqual([]);
  });

  test("says and draws the very same", () => {
    const [one, other] = [chapterOn(without), chapterOn(beside)];
    const facts = ({ facts: all }: typeof one) => Object.fromEntries(all);
    expect(facts(other)).toEqual(facts(one));
    expect(Object.keys(facts(one)).length).toBeGreaterThan(100);
    const said = ({ title, standfirst, headlines, problems }: typeof one) => ({
      title,
      standfirst,
      headlines,
      problems,
    });
    expect(said(other)).toEqual(said(one));
    const drawn = ({ figures }: typeof one) =>
      [...figures.values()].map((told) => [told.id, told.title, told.rows, draw(told, sizes.wide).inner]);
    expect(drawn(other)).toEqual(drawn(one));
    expect(drawn(one).length).toBeGreaterThan(5);
  });
});

describeReal("compute-cost out of raw data, beside a generated Hub", () => {
  test("has the very rows that the edition committed", async () => {
    const { dir } = await generatedOnce({ models: 300, months: 2, seed: 5 });
    const ids = [...new Set(Object.values(beside.tables).flatMap(({ sources }) => sources))];
    const loads: Load[] = [];
    for (const id of ids) {
      const files = await realSource(id);
      loads.push(...(await findLoaders(id, pathsAt().loaders)).map((loader) => ({ loader, files })));
    }
    const all = [...hubLoads(await generatedHub(dir)), ...loads];
    const found = await evidenceOf(all, Object.values(beside.tables), reference);
    for (const { name } of Object.values(beside.tables)) expect(found.get(name), name).toEqual(rows[name]);
  }, 120_000);
});
