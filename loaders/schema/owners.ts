import { nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One namespace that publishes on a platform, with the main base of whoever stands behind it. */
export const owners = defineTable({
  name: "owners",
  doc: "One namespace that publishes on a platform, with the main base of its publisher.",
  key: ["owner"],
  columns: {
    owner: text("Namespace; joined without regard to case."),
    display_name: nullable(text("Name of the organisation; empty for individuals.")),
    country: nullable(
      text("ISO 3166-1 alpha-2 code of the main base; EU pan-European, ZZ unknown; empty for individuals."),
    ),
    kind: text("industry, academia, government, non-profit, community or individual."),
    parent: nullable(text("Group that the namespace belongs to.")),
    programme: nullable(text("National programme that it is part of.")),
    confidence: text("high, medium or low: how sure the classification is."),
    source: text("URL that supports the classification, or unsourced."),
    note: nullable(text("What the source shows, or why the classification is contested.")),
  },
});
