import { bool, date, float, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** How a rule measures; `loaders/gates/` has one file a kind. */
export const gateKinds = [
  ...["columns", "era", "origin", "rows", "null-rate", "unique", "names", "dates"],
  ...["range", "order", "json", "vocabulary", "monotone", "drift"],
] as const;

/** Which snapshots a rule is for: all, those not made up, those of all of the Hub, or those that are both. */
export const gateScopes = ["any", "hub", "whole", "whole-hub"] as const;

/** One rule that a snapshot must keep to be admitted. */
export const gates = defineTable({
  name: "gates",
  doc: "A rule that a snapshot of the Hub must keep to be admitted.",
  key: ["id"],
  columns: {
    id: text("Name of the rule; with a table before it, models/not-empty, what --accept takes."),
    tables: text("models, datasets and daily_papers, joined by +: the rule holds for each of them by itself."),
    kind: text("How it measures."),
    subject: text("Columns, joined by +, or the measure that it is about."),
    scope: text("any; hub: not for rows that were made up; whole: not for a part of the Hub; or whole-hub."),
    least: nullable(float("Smallest value that keeps the rule.")),
    most: nullable(float("Largest value that keeps the rule.")),
    exceptions: nullable(float("Share of the values that may lie outside all the same; empty for none.")),
    waivable: bool("Whether a person may let a snapshot pass that breaks it."),
    statement: text("The rule in one sentence."),
    reason: text("Why there is such a rule, and where its limits come from."),
    source: text("URL that supports the reason, or unsourced."),
  },
});

/** One value of a source that is known to be wrong, with what stands in its place. */
export const corrections = defineTable({
  name: "corrections",
  doc: "A value of a source that is known to be wrong, and what is read in its place.",
  key: ["source", "table", "repo", "column"],
  columns: {
    source: text("Id of the source record."),
    table: text("Canonical table: models or datasets."),
    repo: text("Repository, as the source spells it."),
    column: text("Column of the canonical table."),
    expect: text("The wrong value; when it is there no more, upstream has mended itself and the row must go."),
    value: nullable(text("What is read instead; empty for unknown.")),
    until: nullable(date("Last snapshot that has the wrong value; empty while the newest one has it.")),
    reason: text("How one knows that the value is wrong, and where the other comes from."),
    reference: text("URL that supports it, or unsourced."),
  },
});
