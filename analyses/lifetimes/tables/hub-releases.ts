import { wholeHub } from "#kit/hub/standing.ts";
import { bool, date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { groups, hubFollowed } from "./hub-followed.ts";
import { monthsOf, releaseMonths } from "./release-months.ts";
import { releaseSpells, spellsOf } from "./release-spells.ts";

const observed_on = date("Day of the last snapshot.");

/**
 * What models that were created between snapshots of the complete Hub keep of their first full month's downloads.
 *
 * It stands beside release-months and in its place nowhere: the crawls have discussions, which no file of the Hub has, of
 * the very releases whose downloads they are held against, and they reach back further than a new series of snapshots.
 */
export const hubReleaseMonths = optional(
  defineEvidence({
    ...releaseMonths,
    ...wholeHub,
    name: "hub-release-months",
    key: ["observed_on", "months", "reach", "kept"],
    doc: "Models of the Hub, created between snapshots, that kept the same part of their first full month's downloads.",
    columns: { ...releaseMonths.columns, observed_on },
    sql: monthsOf(hubFollowed),
  }),
);

/** How long after their first full month models that were created between snapshots of the complete Hub keep a part of it. */
export const hubReleaseSpells = optional(
  defineEvidence({
    ...releaseSpells,
    ...wholeHub,
    name: "hub-release-spells",
    key: ["observed_on", "author", "reach", "watched_long", "base", "threshold", "held_days", "days", "fell"],
    doc: "Models of the Hub, created between snapshots, of one author or group of authors, that did alike after their first full month.",
    columns: {
      ...releaseSpells.columns,
      observed_on,
      author: text(
        `Namespace as the registry of owners spells it, or the number of one of ${groups} groups of those without a row in it.`,
      ),
      watched_long: bool("Always true: every snapshot lists every namespace."),
      held_days: int("Days from the first full month to the last snapshot that finds it above the threshold.", "days"),
      days: int("Days to the snapshot that finds it at or below the threshold, or to the last that lists it.", "days"),
    },
    sql: spellsOf(hubFollowed),
  }),
);
