import { bool, date, float, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One dataset repository as one source saw it on one day. */
export const datasets = defineTable({
  name: "datasets",
  doc: "One dataset repository as one source saw it on one day.",
  key: ["source", "platform", "repo", "observed_on"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    platform: text("Platform that hosts the repository."),
    repo: text("Full repository name, owner/name, as the source spells it."),
    repo_key: text("The same in lower case, for joins: the Hub ignores case."),
    owner: text("Namespace before the slash; (none) for a name without a slash."),
    name: text("Repository name after the slash."),
    hub_id: nullable(text("Identity on the Hub, which stays when a repository is renamed.")),
    observed_on: date("Day of the snapshot that the row belongs to."),
    window_start: nullable(date("First day of the window that downloads_30d covers.")),
    downloads_30d: nullable(
      int("Downloads in the 30 days before the snapshot; redefined in September 2024.", "downloads"),
    ),
    downloads_all_time: nullable(int("Downloads since the repository was created.", "downloads")),
    likes: nullable(int("Likes at the time of the snapshot.", "likes")),
    created_on: nullable(date("Day of creation; null at the floor, before which the Hub knows no dates.")),
    at_floor: nullable(bool("Whether the Hub dates it 2022-03-02, the day that stands for all earlier ones.")),
    modified_on: nullable(date("Day of the last change.")),
    gated: nullable(text("none, auto or manual: whether access must be asked for.")),
    licence: nullable(text("Identifier of the licence, lower case; several joined by +.")),
    licence_from: nullable(text("tag or card: where the licence is stated.")),
    domain: nullable(text("Field that the source files it under, by its tasks; null where it says none.")),
    has_card_file: nullable(bool("Whether the repository has a card file, empty or not.")),
    has_card: nullable(bool("Whether it has a card that is not empty.")),
    size_bytes: nullable(float("Size of the main branch.", "bytes")),
  },
});
