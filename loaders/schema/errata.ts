import { date, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One number of a released edition that was wrong, with what it should have been. */
export const errata = defineTable({
  name: "errata",
  doc: "A number of a released edition that was wrong: what it was, what it is, and why.",
  key: ["edition", "analysis", "fact", "date"],
  columns: {
    date: date("Day on which readers were told."),
    edition: text("Id of the released edition."),
    analysis: text("Id of the chapter, or claims."),
    fact: text("Id of the fact, as in facts.json."),
    was: text("Value as it was published, at full precision as in facts.json."),
    is: text("Value that it should have been, in the same terms."),
    cause: text("Why it was wrong, in a sentence that a reader can follow."),
  },
});
