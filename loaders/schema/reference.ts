import { date, float, nullable, text } from "./column.ts";
import type { families } from "./families.ts";
import type { corrections, gates } from "./gates.ts";
import type { architectures, assumptions, precisions, rents, specs } from "./hardware.ts";
import type { licences } from "./licences.ts";
import type { owners } from "./owners.ts";
import type { labels, terms } from "./science.ts";
import { defineTable, type Row } from "./table.ts";

/** One other defensible classification of an owner, used as sensitivity. */
export const alternatives = defineTable({
  name: "owner-alternatives",
  doc: "Another defensible classification of an owner.",
  key: ["owner", "country", "kind"],
  columns: {
    owner: text("Namespace, as in owners.csv."),
    country: text("The other country or region code."),
    kind: text("The other kind."),
    reason: text("Why one could classify it so."),
    source: text("URL that supports it, or unsourced."),
  },
});

/** One namespace that changed its name. */
export const renames = defineTable({
  name: "renames",
  doc: "A namespace that changed its name.",
  key: ["platform", "old"],
  columns: {
    platform: text("huggingface or modelscope."),
    old: text("The earlier name."),
    new: text("The later name."),
    on: nullable(date("First day on which the later name was seen.")),
    source: text("URL that supports it, or unsourced."),
  },
});

/** One figure that somebody published, with what it rests on. */
export const published = defineTable({
  name: "published-figures",
  doc: "A published figure, with the population, window and denominator that it rests on as far as these are known.",
  key: ["id"],
  columns: {
    id: text("Id of the figure: report and running number."),
    theme: text("Subject of the figure."),
    statement: text("What was claimed, in our words."),
    value: float("The published number."),
    unit: text("Unit of the number."),
    period: text("Period, as published."),
    population: nullable(text("Population id the figure was computed on; empty if not stated.")),
    noun: nullable(
      text("What was counted, in the words that facts use: downloads, models, users; empty if not stated."),
    ),
    denominator: nullable(text("Denominator id of a share; empty if not stated or not a share.")),
    window: nullable(
      text("Length of the window that was counted: one day for a stock, 30 days, lifetime; empty if not stated."),
    ),
    window_end: nullable(
      date("Last day of the period, the last of the month or year where no more is known; empty if not stated."),
    ),
    definition: text("How it was defined, as far as known."),
    source_title: text("Title of the publication."),
    source_url: text("Where it was published."),
    quoted_from: text("original or secondary: whether the publication itself was read."),
    confidence: text("How sure the transcription is."),
    needs: text("The evidence that would settle it, in one clause."),
    conflict: nullable(text("Ids of the conflicts that the figure stands in, joined by a space.")),
  },
});

/** What an event is. */
export const eventKinds = ["release", "policy", "programme", "chip", "acquisition", "publication"] as const;

/** How much of an event's date is known; what is not is the first: 2025-08-01 with month is some day of that August. */
export const datePrecisions = ["day", "month", "year"] as const;

/** One dated event that explains a series, or that a chapter names. */
export const events = defineTable({
  name: "events",
  doc: "A dated release, policy, programme, chip, acquisition or publication.",
  key: ["id"],
  columns: {
    id: text("Name of the event in prose and figures."),
    date: date("Day of the event; the first of the month or year where no more is known."),
    precision: text("day, month or year."),
    title: text("What happened, in a few words."),
    kind: text("release, policy, programme, chip, acquisition or publication."),
    countries: text("Countries and regions whose event it is, as codes joined by +."),
    owner: nullable(text("Namespace on the Hub, as in owners.csv.")),
    source: text("URL that dates it, or unsourced."),
    confidence: text("How sure the date is; never above low without a source."),
    note: nullable(text("What a reader should know of it.")),
  },
});

/** One day from which a counter counts something else. */
export const breaks = defineTable({
  name: "definition-breaks",
  doc: "A day from which a counter counts something else: a series that crosses it is not of one kind.",
  key: ["id"],
  columns: {
    id: text("Name of the break."),
    source: text("Ids of the source records, joined by +, or huggingface for whatever was read from the platform."),
    counts: text("Which series it breaks: words of the vocabulary of what is counted, joined by +."),
    counter: text("What was counted, in the words of the source."),
    on: date("First day of the later meaning."),
    until: nullable(date("Last day on which the change was still under way; empty if it came at once.")),
    note: text("Two or three words that stand at the break in a picture; breaks of one note share one label."),
    before: text("What it counted before."),
    after: text("What it counts from then on."),
    reference: text("URL where it can be seen, or unsourced."),
    confidence: text("How sure the day is; never above low without a source."),
  },
});

/** The reference registries, decoded and checked. */
export interface Reference {
  readonly owners: readonly Row<typeof owners>[];
  readonly alternatives: readonly Row<typeof alternatives>[];
  readonly renames: readonly Row<typeof renames>[];
  readonly published: readonly Row<typeof published>[];
  readonly events: readonly Row<typeof events>[];
  readonly breaks: readonly Row<typeof breaks>[];
  readonly specs: readonly Row<typeof specs>[];
  readonly rents: readonly Row<typeof rents>[];
  readonly architectures: readonly Row<typeof architectures>[];
  readonly precisions: readonly Row<typeof precisions>[];
  readonly assumptions: readonly Row<typeof assumptions>[];
  readonly gates: readonly Row<typeof gates>[];
  readonly corrections: readonly Row<typeof corrections>[];
  readonly terms: readonly Row<typeof terms>[];
  readonly labels: readonly Row<typeof labels>[];
  readonly licences: readonly Row<typeof licences>[];
  readonly families: readonly Row<typeof families>[];
}
