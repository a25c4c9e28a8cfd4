import { type ColumnTable, escape, from, op } from "arquero";
import { shareVariant, type Variant } from "#kit/facts.ts";
import { placeInProse, unknownPlace } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { largestOn, leaveOut, type ModelRow, type OwnerRow } from "./leave-out.ts";
import { byRegistry, laterNames, moved, onlyConfident, type Placing, unregistered } from "./placing.ts";
import { at, byPlace, type Measure, type PlaceShare } from "./shares.ts";

/** The panel's shares computed in one other defensible way. */
export interface Scenario {
  readonly label: string;
  readonly shares: readonly PlaceShare[];
}

/** The registered owner with most downloads on a day, whose place weighs most. */
export function heaviestOn(rows: readonly OwnerRow[], day: string): string {
  const own = rows.filter((row) => row.observed_on === day && row.owner !== unregistered);
  const [first, ...rest] = own;
  if (first === undefined) throw new Error(`owner-downloads has no registered owner on ${day}`);
  return rest.reduce((a, b) => (b.downloads_30d > a.downloads_30d ? b : a), first).owner;
}

/** Every other way to count: owners left out, placed elsewhere, or followed through a rename. */
export function scenarios(
  all: ColumnTable,
  panel: ColumnTable,
  reference: Reference,
  heaviest: string,
  measure: Measure = "downloads_30d",
): Scenario[] {
  const shares = (table: ColumnTable, placing: Placing): PlaceShare[] => byPlace(table, placing, measure);
  const base = byRegistry(reference);
  return [
    { label: `${heaviest} left out`, shares: shares(without(panel, heaviest), base) },
    {
      label: "owners of medium and low confidence counted as unknown",
      shares: shares(panel, onlyConfident(base, reference)),
    },
    ...(all.numRows() === panel.numRows()
      ? []
      : [{ label: "renamed namespaces added to the panel", shares: shares(withRenamed(all, reference), base) }]),
    ...contested(panel, reference, base).map(({ label, placing }) => ({ label, shares: shares(panel, placing) })),
  ];
}

/** The rows of all owners but one. */
export function without(panel: ColumnTable, left: string): ColumnTable {
  return panel.filter(escape((row: { owner: string }) => row.owner !== left));
}

/** The panel without its most downloaded model of each of some days: of all models, or of the curated ones for their measure. */
export function modelScenarios(
  rows: readonly OwnerRow[],
  models: readonly ModelRow[],
  days: readonly string[],
  reference: Reference,
  measure: Measure,
): Scenario[] {
  const curated = measure === "curated_downloads_30d";
  const repos = new Set(days.map((day) => largestOn(models, day, curated).repo));
  return [...repos].map((repo) => ({
    label: `${repo} left out`,
    shares: byPlace(from(leaveOut(rows, models, repo)), byRegistry(reference), measure),
  }));
}

/** One scenario for each other country or region in which a panel owner could be placed. */
function contested(
  panel: ColumnTable,
  { alternatives }: Reference,
  base: Placing,
): { label: string; placing: Placing }[] {
  const present = new Set(panel.array("owner") as string[]);
  const elsewhere = alternatives.filter(({ owner, country }) => present.has(owner) && country !== base(owner));
  const once = new Map(elsewhere.map((row) => [`${row.owner} placed in ${placeInProse(row.country)}`, row]));
  return [...once].map(([label, { owner, country }]) => ({
    label: country === unknownPlace ? `${owner} counted as unknown` : label,
    placing: moved(base, new Map([[owner, country]])),
  }));
}

/** The panel and the namespaces that were listed by every crawl, but under two names. */
function withRenamed(all: ColumnTable, reference: Reference): ColumnTable {
  const days = (all.rollup({ days: op.distinct("observed_on") }).get("days") ?? 0) as number;
  const later = laterNames(reference);
  return all
    .derive({ name: escape((row: { owner: string }) => later.get(row.owner) ?? row.owner) })
    .groupby("name")
    .derive({ listed: op.distinct("observed_on") })
    .ungroup()
    .filter(
      escape(
        (row: { in_panel: boolean; listed: number; owner: string; name: string }) =>
          row.in_panel || (row.listed === days && renamed(row, later)),
      ),
    );
}

function renamed({ owner, name }: { owner: string; name: string }, later: ReadonlyMap<string, string>): boolean {
  return later.has(owner) || [...later.values()].includes(name);
}

/** A place's share on a day under every scenario. */
export function shareVariants(all: readonly Scenario[], day: string, place: string): Variant[] {
  return all.map(({ label, shares }) => {
    const { downloads, whole, unknown } = at(shares, day, place);
    return shareVariant({ label, part: downloads, whole, unknown });
  });
}
