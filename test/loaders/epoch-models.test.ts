import { describe, expect, test } from "vitest";
import epochModels from "#loaders/epoch-models.ts";
import { querySources } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";

const blank = {
  Model: "M",
  Domain: "",
  Organization: "",
  "Organization categorization": "",
  Authors: "Nobody Inparticular",
  "Publication date": "",
  Parameters: "",
  "Training compute (FLOP)": "",
  "Training compute lower bound": "",
  "Training compute upper bound": "",
  "Training time (hours)": "",
  "Training hardware": "",
  "Hardware quantity": "",
  Abstract: "",
  "Model accessibility": "",
  Confidence: "",
  "Country (from Organization)": "",
};

const header = Object.keys(blank).join(",");
const line = (cells: Partial<typeof blank>) =>
  Object.values({ ...blank, ...cells })
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(",");

async function loadCsv(csv: string) {
  const files = await localFiles({ "all_ai_models.csv": csv }, { last: "2025-03-14" });
  return querySources([{ loader: epochModels, files }], "FROM trainings ORDER BY row");
}

const load = (...records: Partial<typeof blank>[]) => loadCsv(`${[header, ...records.map(line)].join("\n")}\n`);

test("a row, every column; lists count each item once, sorted", async () => {
  const rows = await load({
    Model: "GPT",
    Domain: "Language,Biology,Language",
    Organization: "Zeta,Alpha",
    "Organization categorization": "Industry,Academia,Industry",
    "Publication date": "2024-02-29",
    Parameters: "32500000000.0",
    "Training compute (FLOP)": "9.504e+22",
    "Training compute lower bound": "1.0000000001e+25",
    "Training compute upper bound": "1.1300000000000001e+27",
    "Training time (hours)": "0.27",
    "Training hardware": "NVIDIA H100,Google TPU v4,NVIDIA H100",
    "Hardware quantity": "8.0",
    "Model accessibility": "API access",
    Confidence: "Likely",
    "Country (from Organization)": "United States of America,China,United States of America",
  });
  expect(rows).toEqual([
    {
      source: "epoch-models",
      row: 1,
      model: "GPT",
      observed_on: "2025-03-14",
      published_on: "2024-02-29",
      domains: "Biology+Language",
      organizations: "Alpha+Zeta",
      organization_kinds: "Academia+Industry",
      countries: "CN+US",
      access: "api",
      parameters: 32_500_000_000,
      training_flop: 9.504e22,
      training_flop_least: 1.0000000001e25,
      training_flop_most: 1.1300000000000001e27,
      training_hardware: "Google TPU v4+NVIDIA H100",
      hardware_quantity: 8,
      training_hours: 0.27,
      confidence: "Likely",
    },
  ]);
});

test("an empty cell is null everywhere", async () => {
  const [row = {}] = await load({ Model: "" });
  const filled = Object.entries(row).filter(([, value]) => value !== null);
  expect(filled.map(([name]) => name)).toEqual(["source", "row", "observed_on"]);
});

test("names of people are not read", async () => {
  expect(JSON.stringify(await load({}))).not.toContain("Nobody");
});

test("quoted cells run over lines; a line end inside a name is a space", async () => {
  const rows = await load({ Abstract: 'one,\n"two",\n', Model: "Cosmos-1.0\nDiffusion\n" }, { Model: "Next" });
  expect(rows.map(({ model }) => model)).toEqual(["Cosmos-1.0 Diffusion", "Next"]);
});

test("models that share a name, or have none, are rows of their own", async () => {
  const rows = await load({ Model: "SigLIP" }, { Model: "" }, { Model: "SigLIP" }, { Model: "" });
  expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  expect(rows.map(({ model }) => model)).toEqual(["SigLIP", null, "SigLIP", null]);
});

test("a comma before a space belongs to the name", async () => {
  expect(await load({ Organization: "Adobe,SambaNova Systems, Inc" })).toMatchObject([
    { organizations: "Adobe+SambaNova Systems, Inc" },
  ]);
});

test.each([
  ["Open weights (unrestricted)", "open"],
  ["Open weights (restricted use)", "open-restricted"],
  ["Open weights (non-commercial)", "open-non-commercial"],
  ["API access", "api"],
  ["Hosted access (no API)", "hosted"],
  ["Unreleased", "unreleased"],
  ["", null],
])("accessibility %j is %j", async (words, access) => {
  expect(await load({ "Model accessibility": words })).toMatchObject([{ access }]);
});

test.each([
  ["Multinational", null],
  ["Multinational,Multinational,Canada", "CA"],
  ["Korea (Republic of),Iran (Islamic Republic of)", "IR+KR"],
  ["United Kingdom of Great Britain and Northern Ireland,Czechia", "CZ+GB"],
  ["Taiwan,Hong Kong,Macao,China", "CN+HK+MO+TW"],
  ["Russia,Vietnam,United Arab Emirates", "AE+RU+VN"],
])("countries %j are %j", async (names, countries) => {
  expect(await load({ "Country (from Organization)": names })).toMatchObject([{ countries }]);
});

describe("refuses by name", () => {
  test.each([
    ["an unknown country", { "Country (from Organization)": "Atlantis" }, 'record 1: country "Atlantis" is not known'],
    ["an unknown access", { "Model accessibility": "Perhaps" }, 'record 1: accessibility "Perhaps" is not known'],
    ["a number in words", { Parameters: "7B" }, 'record 1: "7B" is not a number'],
    ["a date in words", { "Publication date": "2024" }, 'record 1: "2024" is not a day'],
    ["a name that would not split again", { Organization: "A+B" }, 'record 1: "A+B" has the +'],
  ])("%s", async (_, cells, message) => {
    await expect(load(cells)).rejects.toThrow(`loaders/epoch-models.ts: 1 problem\n${message}`);
  });

  test.each([
    ["a missing column", `${header.replace("Domain,", "")}\n`, "all_ai_models.csv: has no column Domain"],
    ["a short record", `${header}\nM,,\n`, "record 1: has 3 cells instead of 17"],
  ])("%s", async (_, csv, message) => {
    await expect(loadCsv(csv)).rejects.toThrow(message);
  });
});
