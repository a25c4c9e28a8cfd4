import { date, float, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** Where the parameters of a model come from, in the order in which they are tried. */
export const sizeMethods = [
  "gguf",
  "name-over-packed",
  "parent-over-packed",
  "safetensors",
  "name",
  "parent",
  "correction",
] as const;

/** One model on one day with its size, that of its parent where the row itself says nothing. */
export const sizes = defineTable({
  name: "sizes",
  doc: "One model repository with its parameters, taken from its parent where the row says nothing or is packed.",
  key: ["source", "platform", "repo_key", "observed_on"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    platform: text("Platform that hosts the repository."),
    repo_key: text("The repository, in lower case."),
    owner: text("Namespace, as the source spells it."),
    observed_on: date("Day of the snapshot that the row belongs to."),
    parameters: nullable(float("Total parameters.", "parameters")),
    parameters_from: nullable(text("Method that gave them, one of the stated ladder.")),
    downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
  },
});
