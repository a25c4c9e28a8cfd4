import { type ColumnTable, escape, op } from "arquero";
import type { Variant } from "#kit/facts.ts";
import { placeInProse } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { byRegistry, laterNames, moved, onlyConfident, type Placing } from "./placing.ts";
import { byPlace, fraction, type PlaceShare } from "./shares.ts";

/** The panel's shares computed in one other defensible way. */
export interface Scenario {
  readonly label: string;
  readonly shares: readonly PlaceShare[];
}

/** An owner that alone holds a fifth of the panel's downloads, and whose place is contested. */
export const heaviest = "sentence-transformers";

/** Every other way to count: owners left out, placed elsewhere, or followed through a rename. */
export function scenarios(all: ColumnTable, panel: ColumnTable, reference: Reference): Scenario[] {
  const base = byRegistry(reference);
  const without = panel.filter(escape((row: { owner: string }) => row.owner !== heaviest));
  return [
    { label: `${heaviest} left out`, shares: byPlace(without, base) },
    {
      label: "owners of medium and low confidence counted as unknown",
      shares: byPlace(panel, onlyConfident(base, reference)),
    },
    { label: "renamed namespaces added to the panel", shares: byPlace(withRenamed(all, reference), base) },
    ...contested(panel, reference, base),
  ];
}

/** One scenario for each other country or region in which a panel owner could be placed. */
function contested(panel: ColumnTable, { alternatives }: Reference, base: Placing): Scenario[] {
  const present = new Set(panel.array("owner") as string[]);
  const elsewhere = alternatives.filter(({ owner, country }) => present.has(owner) && country !== base(owner));
  const once = new Map(elsewhere.map((row) => [`${row.owner} placed in ${placeInProse(row.country)}`, row]));
  return [...once].map(([label, { owner, country }]) => ({
    label: country === "ZZ" ? `${owner} counted as unknown` : label,
    shares: byPlace(panel, moved(base, new Map([[owner, country]]))),
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
  return all.map(({ label, shares }) => ({ label, value: fraction(shares, day, place) }));
}
