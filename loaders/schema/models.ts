import { bool, date, float, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One model repository as one source saw it on one day. */
export const models = defineTable({
  name: "models",
  doc: "One model repository as one source saw it on one day.",
  key: ["source", "platform", "repo", "observed_on"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    platform: text("Platform that hosts the repository: huggingface or modelscope."),
    repo: text("Full repository name, owner/name, as the source spells it."),
    repo_key: text("The same in lower case, for joins: the Hub ignores case."),
    owner: text("Namespace before the slash, as the source spells it; (none) for a name without a slash."),
    name: text("Repository name after the slash."),
    hub_id: nullable(text("Identity on the Hub, which stays when a repository is renamed.")),
    observed_on: date("Day of the snapshot that the row belongs to."),
    crawled_on: nullable(date("Day on which the row itself was read, where it differs from the snapshot's name.")),
    window_start: nullable(date("First day of the window that downloads_30d covers.")),
    downloads_30d: nullable(int("Downloads in the 30 days before crawled_on.", "downloads")),
    downloads_all_time: nullable(int("Downloads since the repository was created.", "downloads")),
    likes: nullable(int("Likes at the time of the crawl; listings round counts of 1,000 and more.", "likes")),
    discussions: nullable(int("Discussions and pull requests on the repository page.", "discussions")),
    derivatives: nullable(int("Repositories that the platform lists as derived from this one.", "models")),
    created_on: nullable(date("Day of creation; null at the floor, before which the Hub knows no dates.")),
    at_floor: nullable(bool("Whether the Hub dates it 2022-03-02, the day that stands for all earlier ones.")),
    modified_on: nullable(date("Day of the last change.")),
    gated: nullable(
      text("none, auto or manual: whether access must be asked for; asked where the source does not say how."),
    ),
    removed: nullable(bool("Whether the source has found the repository gone from the platform.")),
    licence: nullable(text("Identifier of the licence, lower case; several joined by +.")),
    licence_from: nullable(text("tag or card: where the licence is stated.")),
    licence_name: nullable(text("Name that the card gives to a licence that is stated as other, lower case.")),
    pipeline_tag: nullable(text("Task that the repository names.")),
    library: nullable(text("Library that loads it.")),
    has_card: nullable(bool("Whether it has a model card that is not empty.")),
    relation: nullable(text("finetune, adapter, quantized or merge: how it stands to its bases.")),
    bases: nullable(int("Other repositories that it names as base, each once.", "models")),
    base_key: nullable(text("Its base in lower case, where it names exactly one.")),
    parameters: nullable(float("Total parameters, by what the row itself says.", "parameters")),
    parameters_from: nullable(
      text("stated, gguf, safetensors, name, name-over-packed or correction: what gave the parameters."),
    ),
  },
});
