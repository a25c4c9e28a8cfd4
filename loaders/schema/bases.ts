import { bool, date, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One base that a model names, on one day; a model that merges several has a row for each. */
export const bases = defineTable({
  name: "bases",
  doc: "One base that a model repository names, other than itself, as one source saw it on one day.",
  key: ["source", "platform", "repo_key", "base_key", "observed_on"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    platform: text("Platform that hosts the repository."),
    repo_key: text("The derived repository, in lower case."),
    owner: text("Namespace of the derived repository, as the source spells it."),
    observed_on: date("Day of the snapshot that the row belongs to."),
    relation: nullable(text("finetune, adapter, quantized or merge.")),
    base_key: text("The base, in lower case; it need not be in the source."),
    base_owner: text("Namespace of the base in lower case; (none) for a name without a slash."),
    place: int(
      "Where the source's list of the repository's bases first names it, from 1; a list may name others twice.",
      "rank",
    ),
    same_owner: bool("Whether both have one namespace, without regard to case."),
    downloads_30d: nullable(
      int("Downloads of the derived repository in the 30 days before the snapshot.", "downloads"),
    ),
  },
});
