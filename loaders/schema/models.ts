import { date, float, int, nullable, text } from "./column.ts";
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
    owner: text("Namespace before the slash, as the source spells it."),
    name: text("Repository name after the slash."),
    observed_on: date("Day of the snapshot that the row belongs to."),
    crawled_on: nullable(date("Day on which the row itself was read, where it differs from the snapshot's name.")),
    window_start: nullable(date("First day of the window that downloads_30d covers.")),
    downloads_30d: nullable(int("Downloads in the 30 days before crawled_on.", "downloads")),
    downloads_all_time: nullable(int("Downloads since the repository was created.", "downloads")),
    likes: nullable(int("Likes at the time of the crawl; listings round counts of 1,000 and more.", "likes")),
    discussions: nullable(int("Discussions and pull requests on the repository page.", "discussions")),
    derivatives: nullable(int("Repositories that the platform lists as derived from this one.", "models")),
    parameters: nullable(float("Total parameters as stated by the source.", "parameters")),
  },
});
