import { bool, date, float, int, nullable, text } from "./column.ts";
import { counterColumns, identityColumns, termColumns } from "./repositories.ts";
import { defineTable } from "./table.ts";

/** One model repository as one source saw it on one day. */
export const models = defineTable({
  name: "models",
  doc: "One model repository as one source saw it on one day.",
  key: ["source", "platform", "repo", "observed_on"],
  columns: {
    ...identityColumns,
    crawled_on: nullable(date("Day on which the row itself was read, where it differs from the snapshot's name.")),
    ...counterColumns,
    discussions: nullable(int("Discussions and pull requests on the repository page.", "discussions")),
    derivatives: nullable(int("Repositories that the platform lists as derived from this one.", "models")),
    ...termColumns,
    owner_type: nullable(text("org or user: what kind of account the owner is, as the platform says.")),
    removed: nullable(bool("Whether the source has found the repository gone from the platform.")),
    licence_name: nullable(text("Name that the card gives to a licence that is stated as other, lower case.")),
    pipeline_tag: nullable(text("Task that the repository names.")),
    library: nullable(text("Library that loads it.")),
    has_card: nullable(bool("Whether it has a model card that is not empty.")),
    relation: nullable(text("finetune, adapter, quantized or merge: how it stands to its bases.")),
    bases: nullable(int("Other repositories that it names as base, each once.", "models")),
    base_key: nullable(text("Its base in lower case, where it names exactly one.")),
    own_base: nullable(bool("Whether it names itself as a base, which makes it none.")),
    parameters: nullable(float("Total parameters, by what the row itself says.", "parameters")),
    active_parameters: nullable(
      float(
        "Parameters that work on one token, where the source states them; fewer than all in a mixture.",
        "parameters",
      ),
    ),
    parameters_from: nullable(
      text("stated, gguf, safetensors, name, name-over-packed or correction: what gave the parameters."),
    ),
  },
});
