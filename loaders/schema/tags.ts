import { date, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One tag of one repository on one day, each once. */
export const tags = defineTable({
  name: "tags",
  doc: "One tag of one model or dataset repository as one source saw it on one day.",
  key: ["source", "platform", "kind", "repo_key", "tag", "observed_on"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    platform: text("Platform that hosts the repository."),
    kind: text("model or dataset."),
    repo_key: text("The repository, in lower case."),
    owner: text("Namespace, as the source spells it."),
    observed_on: date("Day of the snapshot that the row belongs to."),
    tag: text("The tag, whole: `task_categories:…`, `arxiv:…` or a bare word. Untrusted text."),
    downloads_30d: nullable(int("Downloads of the repository in the 30 days before the snapshot.", "downloads")),
  },
});
