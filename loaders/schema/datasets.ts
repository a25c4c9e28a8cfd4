import { bool, float, nullable, text } from "./column.ts";
import { counterColumns, identityColumns, termColumns } from "./repositories.ts";
import { defineTable } from "./table.ts";

/** One dataset repository as one source saw it on one day. */
export const datasets = defineTable({
  name: "datasets",
  doc: "One dataset repository as one source saw it on one day.",
  key: ["source", "platform", "repo", "observed_on"],
  columns: {
    ...identityColumns,
    ...counterColumns,
    ...termColumns,
    domain: nullable(text("Field that the source files it under, by its tasks; null where it says none.")),
    has_card_file: nullable(bool("Whether the repository has a card file, empty or not.")),
    has_card: nullable(bool("Whether it has a card that is not empty.")),
    size_bytes: nullable(float("Size of the main branch.", "bytes")),
  },
});
