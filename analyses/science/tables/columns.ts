import { date, int, nullable, text } from "#loaders/schema/column.ts";

/** What rows of both standings begin with. */
export const place = {
  source: text("Id of the list, or hub."),
  kind: text("model or dataset."),
  observed_on: date("Day of the list, or of the snapshot."),
};

/** What repositories have together. */
export const sums = {
  repositories: int("Repositories.", "repositories"),
  downloads_30d: nullable(int("Their downloads in the 30 days before the day.", "downloads")),
  likes: nullable(int("Their likes.", "likes")),
};

/** What `domain` says, for tables with a row for each. */
export const domain = text(
  "Domain of science; (any) for all that fall into one, (all) for every repository, substring-… for those that an earlier report's substring flags.",
);
