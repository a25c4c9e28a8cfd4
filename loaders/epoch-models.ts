import { readFile } from "node:fs/promises";
import { csvParseRows } from "d3";
import { dayOf, itemsOf, joined, numberOf, textOf } from "./engine/cells.ts";
import { collect } from "./engine/problems.ts";
import { DataError } from "./schema/errors.ts";
import { defineRowLoader } from "./schema/loader.ts";
import type { Row } from "./schema/table.ts";
import { trainings } from "./schema/trainings.ts";
import { accessOf, codesOf } from "./trainings/vocabulary.ts";

const subject = "loaders/epoch-models.ts";

/** Columns that are read, and nothing else: the file has names of people too. */
const columns = {
  model: "Model",
  published: "Publication date",
  domains: "Domain",
  organizations: "Organization",
  kinds: "Organization categorization",
  countries: "Country (from Organization)",
  access: "Model accessibility",
  parameters: "Parameters",
  flop: "Training compute (FLOP)",
  flopLeast: "Training compute lower bound",
  flopMost: "Training compute upper bound",
  hardware: "Training hardware",
  quantity: "Hardware quantity",
  hours: "Training time (hours)",
  confidence: "Confidence",
} as const;

type Cells = { readonly [K in keyof typeof columns]: string };

/**
 * Epoch AI's list of models and their training, as of the record's last day.
 *
 * - An empty cell is null. Quoted cells run over lines; a line end inside a name is a space.
 * - Lists with commas repeat what two organisations share: each item counts once a model, sorted.
 * - What is multinational has no country, so that a model has the countries of its other organisations, or null.
 * - Accessibility that the list leaves blank is unknown, not closed.
 * - Names repeat and three are empty: `row`, the place in the file from 1, is the key.
 */
export const epochModels = defineRowLoader({
  source: "epoch-models",
  table: trainings,
  rows: async ({ record, local }) => {
    const cells = read(await readFile(local("all_ai_models.csv"), "utf8"));
    const name = ([index]: readonly [number, Cells]) => `record ${index + 1}`;
    return collect(subject, cells.entries(), name, ([index, cell]) => rowOf(cell, index + 1, record.last));
  },
});

export default epochModels;

function read(csv: string): Cells[] {
  const names = Object.keys(columns);
  let places: number[] = [];
  let width = 0;
  const rows = csvParseRows(csv, (cells, index) => {
    if (index === 0) [places, width] = [placesOf(cells), cells.length];
    if (cells.length !== width) throw new Error(`record ${index}: has ${cells.length} cells instead of ${width}`);
    return Object.fromEntries(names.map((key, i) => [key, cells[places[i] ?? -1] ?? ""])) as Cells;
  });
  return rows.slice(1);
}

function placesOf(header: readonly string[]): number[] {
  const missing = Object.values(columns).filter((name) => !header.includes(name));
  if (missing.length > 0) throw new DataError(subject, [`all_ai_models.csv: has no column ${missing.join(", ")}`]);
  return Object.values(columns).map((name) => header.indexOf(name));
}

function rowOf(cell: Cells, row: number, day: string): Row<typeof trainings> {
  return {
    source: "epoch-models",
    row,
    model: textOf(cell.model),
    observed_on: day,
    published_on: dayOf(cell.published),
    domains: joined(itemsOf(cell.domains)),
    organizations: joined(itemsOf(cell.organizations)),
    organization_kinds: joined(itemsOf(cell.kinds)),
    countries: joined(codesOf(itemsOf(cell.countries))),
    access: accessOf(textOf(cell.access)),
    parameters: numberOf(cell.parameters),
    training_flop: numberOf(cell.flop),
    training_flop_least: numberOf(cell.flopLeast),
    training_flop_most: numberOf(cell.flopMost),
    training_hardware: joined(itemsOf(cell.hardware)),
    hardware_quantity: numberOf(cell.quantity),
    training_hours: numberOf(cell.hours),
    confidence: textOf(cell.confidence),
  };
}
