import type { Edition } from "./schema/edition.ts";
import type { Reference } from "./schema/reference.ts";
import { placeOf, type Snapshot } from "./schema/snapshot.ts";
import type { SourceRecord } from "./schema/source.ts";

/** A source as an edition sees it: snapshots of later days, and their files, are not there. */
export function until(asOf: string, record: SourceRecord, snapshots: readonly Snapshot[]) {
  const later = new Set(snapshots.filter(({ observed_on }) => observed_on > asOf).map(({ label }) => label));
  const files = record.files.filter(({ path }) => !later.has(placeOf(path)?.label ?? ""));
  return { record: { ...record, files }, snapshots: snapshots.filter(({ label }) => !later.has(label)) };
}

/** The registries as an edition sees them, and what they hold of later days. */
export interface Known {
  /** Without the published figures and events of later days. */
  readonly reference: Reference;
  /** Ids of those figures and events. */
  readonly later: ReadonlySet<string>;
}

/**
 * The registries up to the day that an edition speaks of. A published figure belongs to the last day of its period. Where
 * that states years alone, an edition compiled in its own year knows what was published by then; one compiled later knows
 * figures of the years that had ended.
 */
export function knownUntil({ as_of, compiled }: Pick<Edition, "as_of" | "compiled">, reference: Reference): Known {
  const inYear = year(compiled) === year(as_of);
  const known = ({ window_end, period }: Reference["published"][number]): boolean =>
    window_end === null ? lastYear(period) < year(as_of) || inYear : window_end <= as_of;
  const published = reference.published.filter(known);
  const events = reference.events.filter(({ date }) => date <= as_of);
  const kept = new Set([...published, ...events].map(({ id }) => id));
  const later = [...reference.published, ...reference.events].map(({ id }) => id).filter((id) => !kept.has(id));
  return { reference: { ...reference, published, events }, later: new Set(later) };
}

const year = (day: string): string => day.slice(0, 4);

function lastYear(period: string): string {
  const years = [...period.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([year]) => year).sort();
  return years.at(-1) ?? "";
}
