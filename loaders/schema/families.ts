import { nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One family of open models that others build on, and the names by which its models are known. */
export const families = defineTable({
  name: "model-families",
  doc: "A family of models with published weights: who publishes it, and what is in the names of its models.",
  key: ["family"],
  columns: {
    family: text("Name of the family."),
    owners: text("Namespaces on the Hub that publish it, joined by +."),
    pattern: text("Regular expression that the lower-case name of a model after the slash contains."),
    source: text("URL that lists models of the family under these namespaces, or unsourced."),
    confidence: text("How sure owners and pattern are; never above low without a source."),
    note: nullable(text("What a reader should know of it.")),
  },
});
