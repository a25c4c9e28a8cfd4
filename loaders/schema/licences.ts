import { nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** What a licence lets people do, from the freest on; beside them stand models that state none, and that state several. */
export const licenceFamilies = [
  "permissive",
  "copyleft",
  "use-restricted",
  "vendor",
  "non-commercial",
  "other",
] as const;

export type LicenceFamily = (typeof licenceFamilies)[number];

/** One licence that models state, and the family that it belongs to. */
export const licences = defineTable({
  name: "licence-families",
  doc: "A licence that models of the Hub state, by its identifier or by the name that a card gives it, and its family.",
  key: ["licence"],
  columns: {
    licence: text("Identifier of the Hub, or name that cards give to a licence of their own; lower case."),
    name: nullable(text("Full name; empty where none is known.")),
    family: text("permissive, copyleft, use-restricted, vendor, non-commercial or other."),
    reason: text("Why it belongs there."),
    source: text("URL that supports it, or unsourced."),
    confidence: text("How sure the family is; never above low without a source."),
  },
});
