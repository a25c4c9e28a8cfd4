import { beforeAll, expect, test } from "vitest";
import epochModels from "#loaders/epoch-models.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { trainings } from "#loaders/schema/trainings.ts";
import { loadedRows } from "#test/fixtures/offers.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { having, rawTrainings, sumOf } from "#test/oracles/epoch-models.ts";

const country = "Country (from Organization)";
const published = "Publication date";
const columns = ["Model", "Domain", published, "Model accessibility", "Organization categorization", country];
const numbers = {
  Parameters: "parameters",
  "Training compute (FLOP)": "training_flop",
  "Training compute lower bound": "training_flop_least",
  "Training compute upper bound": "training_flop_most",
  "Hardware quantity": "hardware_quantity",
  "Training time (hours)": "training_hours",
} as const;

describeReal("the real list of Epoch AI", () => {
  let rows: Row<typeof trainings>[];
  let raw: Record<string, string>[];

  beforeAll(async () => {
    const files = await realSource("epoch-models");
    rows = (await loadedRows(epochModels, files)).sort((a, b) => a.row - b.row);
    raw = rawTrainings(files.local("all_ai_models.csv"), [...columns, ...Object.keys(numbers)]);
  }, 60_000);

  const without = (column: keyof (typeof trainings)["columns"]) => rows.filter((row) => row[column] === null).length;
  const item = (column: keyof (typeof trainings)["columns"], label: string) =>
    rows.filter((row) => `+${row[column]}+`.includes(`+${label}+`)).length;

  test("2,228 rows in the order of the file", () => {
    expect([rows.length, raw.length]).toEqual([2228, 2228]);
    const names = raw.map(({ Model = "" }) => Model.replaceAll(/\s+/g, " ").trim() || null);
    expect(rows.map(({ model }) => model)).toEqual(names);
    expect(rows.map(({ published_on }) => published_on ?? "")).toEqual(raw.map((record) => record[published]));
  });

  test("1,009 have no accessibility, 40 no date, 3 no name", () => {
    expect([without("access"), without("published_on"), without("model")]).toEqual([1009, 40, 3]);
    const open = having(raw, "Model accessibility", "Open weights (unrestricted)");
    expect([item("access", "open"), item("access", "api")]).toEqual([
      open,
      having(raw, "Model accessibility", "API access"),
    ]);
  });

  test("lists count an item once a model: 351 of biology, 284 of them without accessibility", () => {
    for (const domain of ["Biology", "Language", "Robotics", "Image generation"])
      expect(item("domains", domain), domain).toBe(having(raw, "Domain", domain));
    expect(item("domains", "Biology")).toBe(351);
    expect(rows.filter(({ domains, access }) => `${domains}`.includes("Biology") && access === null)).toHaveLength(284);
    for (const kind of ["Academia", "Industry", "Government"])
      expect(item("organization_kinds", kind), kind).toBe(having(raw, "Organization categorization", kind));
  });

  test.each([
    ["US", "United States of America"],
    ["CN", "China"],
    ["GB", "United Kingdom of Great Britain and Northern Ireland"],
    ["KR", "Korea (Republic of)"],
    ["HK", "Hong Kong"],
    ["TW", "Taiwan"],
    ["RU", "Russia"],
  ])("%s counts as a plain loop counts %s", (code, name) => {
    expect(item("countries", code)).toBe(having(raw, country, name));
  });

  test("only blank and wholly multinational models have no country", () => {
    const none = raw.filter((record) => /^(Multinational,?)*$/.test(record[country] ?? ""));
    expect([without("countries"), none.length]).toEqual([142, 142]);
  });

  test.each(Object.entries(numbers))("%s: as many numbers, and the same sum", (header, column) => {
    const known = rows.map((row) => row[column]).filter((value) => value !== null);
    expect(known).toHaveLength(raw.filter((record) => record[header] !== "").length);
    expect(known.reduce((sum: number, value) => sum + Number(value), 0)).toBe(sumOf(raw, header));
  });
});
