import { bool, date, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One model between two neighbouring snapshots of one source: what its lifetime counter gained. */
export const windows = defineTable({
  name: "windows",
  doc: "One model repository of a snapshot, with the downloads since the snapshot before.",
  key: ["source", "platform", "repo_key", "observed_on"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    platform: text("Platform that hosts the repository."),
    repo_key: text("The repository of the later snapshot, in lower case."),
    owner: text("Its namespace, as the source spells it."),
    window_from: date("Day of the earlier snapshot."),
    observed_on: date("Day of the later snapshot."),
    created_on: nullable(date("Day of creation; null at the floor.")),
    matched_by: nullable(text("id or name: how the earlier row was found; null where there is none.")),
    renamed: nullable(bool("Whether the earlier row has another name; null unless matched by id.")),
    created: bool("Whether it is new: no earlier row, and created on the earlier snapshot's day or later."),
    fell: nullable(int("By how much the lifetime counter fell; 0 where it did not.", "downloads")),
    downloads: nullable(
      int(
        "Gain of the lifetime counter, 0 where it fell; null where a counter or the earlier row is missing.",
        "downloads",
      ),
    ),
  },
});
