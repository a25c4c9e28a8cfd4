import { bool, date, int, nullable, text } from "./column.ts";

/** Which repository a row is about, and when it was seen. */
export const identityColumns = {
  source: text("Id of the source record that the row comes from."),
  platform: text("Platform that hosts the repository: huggingface or modelscope."),
  repo: text("Full repository name, owner/name, as the source spells it."),
  repo_key: text("The same in lower case, for joins: the Hub ignores case."),
  owner: text("Namespace before the slash, as the source spells it; (none) for a name without a slash."),
  name: text("Repository name after the slash."),
  hub_id: nullable(text("Identity on the Hub, which stays when a repository is renamed.")),
  observed_on: date("Day of the snapshot that the row belongs to."),
};

/** Counters that models and datasets share. */
export const counterColumns = {
  window_start: nullable(date("First day of the window that downloads_30d covers.")),
  downloads_30d: nullable(
    int(
      "Downloads in the 30 days before the row was read; those of datasets redefined in September 2024.",
      "downloads",
    ),
  ),
  downloads_all_time: nullable(int("Downloads since the repository was created.", "downloads")),
  likes: nullable(int("Likes when the row was read; some listings round counts of 1,000 and more.", "likes")),
};

/** When a repository came to be, who may have it, and on which terms. */
export const termColumns = {
  created_on: nullable(date("Day of creation; null at the floor, before which the Hub knows no dates.")),
  at_floor: nullable(bool("Whether the Hub dates it 2022-03-02, the day that stands for all earlier ones.")),
  modified_on: nullable(date("Day of the last change.")),
  gated: nullable(
    text("none, auto or manual: whether access must be asked for; asked where the source does not say how."),
  ),
  licence: nullable(text("Identifier of the licence, lower case; several joined by +.")),
  licence_from: nullable(text("tag or card: where the licence is stated.")),
};
