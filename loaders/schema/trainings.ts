import { date, float, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One AI model and what is known of its training. */
export const trainings = defineTable({
  name: "trainings",
  doc: "One AI model and what is known of its training.",
  key: ["source", "row"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    row: int("Number of the record in the file, from 1: names repeat, and one is empty."),
    model: nullable(text("Name of the model.")),
    observed_on: date("Day of the snapshot that the row belongs to."),
    published_on: nullable(date("Day of publication.")),
    domains: nullable(text("Domains, each once, sorted and joined by +.")),
    organizations: nullable(text("Organisations, each once, sorted and joined by +.")),
    organization_kinds: nullable(text("Kinds of organisation, each once, sorted and joined by +.")),
    countries: nullable(
      text("Countries of the organisations as codes, each once, sorted and joined by +; multinational ones have none."),
    ),
    access: nullable(text("open, open-restricted, open-non-commercial, api, hosted or unreleased; null if not known.")),
    parameters: nullable(float("Total parameters.", "parameters")),
    training_flop: nullable(float("Compute of the training run.", "FLOP")),
    training_flop_least: nullable(float("Lower bound of it, where the source gives one.", "FLOP")),
    training_flop_most: nullable(float("Upper bound of it, where the source gives one.", "FLOP")),
    training_hardware: nullable(text("Accelerators, each once, sorted and joined by +.")),
    hardware_quantity: nullable(float("Number of accelerators.", "accelerators")),
    training_hours: nullable(float("Wall time of the training run.", "hours")),
    confidence: nullable(text("How sure the source is, in its words.")),
  },
});
