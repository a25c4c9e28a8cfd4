import { bool, date, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One paper that the Hub featured, as one source saw it on one day. */
export const papers = defineTable({
  name: "papers",
  doc: "One paper of the Hub's daily list as one source saw it on one day.",
  key: ["source", "paper", "observed_on"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    paper: text("arXiv identifier."),
    observed_on: date("Day of the snapshot that the row belongs to."),
    published_on: nullable(date("Day on which the Hub listed the paper.")),
    upvotes: nullable(int("Upvotes at the time of the snapshot.", "upvotes")),
    has_code: nullable(bool("Whether a code repository is named.")),
    organisation: nullable(text("Hub namespace of the organisation that it is listed under.")),
  },
});
