import type { Row } from "#loaders/schema/table.ts";
import { unregistered } from "./placing.ts";
import type { ownerDownloads, topModels } from "./tables.ts";

export type OwnerRow = Row<typeof ownerDownloads>;
export type ModelRow = Row<typeof topModels>;

/** The most downloaded model of a day, of all or of those on the curated list alone. */
export function largestOn(models: readonly ModelRow[], day: string, curatedOnly = false): ModelRow {
  const listed = models.filter((row) => row.observed_on === day && (row.curated === true || !curatedOnly));
  const [first, ...rest] = listed;
  if (first === undefined) throw new Error(`top-models has no row on ${day}`);
  return rest.reduce((a, b) => (b.downloads_30d > a.downloads_30d ? b : a), first);
}

/**
 * The owner rows with one model taken out of its owner's counts, on every day that lists it.
 *
 * An owner without a row of its own stands in the pooled one.
 */
export function leaveOut(rows: readonly OwnerRow[], models: readonly ModelRow[], repo: string): OwnerRow[] {
  const own = new Map(models.filter((row) => row.repo === repo).map((row) => [row.observed_on, row]));
  const registered = new Set(rows.map((row) => `${row.observed_on} ${row.owner.toLowerCase()}`));
  const ownerOf = ({ observed_on, owner }: ModelRow): string =>
    registered.has(`${observed_on} ${owner.toLowerCase()}`) ? owner.toLowerCase() : unregistered;
  return rows.map((row) => {
    const model = own.get(row.observed_on);
    return model && ownerOf(model) === row.owner.toLowerCase() ? less(row, model) : row;
  });
}

function less(row: OwnerRow, { downloads_30d, curated }: ModelRow): OwnerRow {
  return {
    ...row,
    models: row.models - Number(downloads_30d > 0),
    downloads_30d: row.downloads_30d - downloads_30d,
    curated_models: without(row.curated_models, Number(curated === true && downloads_30d > 0)),
    curated_downloads_30d: without(row.curated_downloads_30d, curated === true ? downloads_30d : 0),
  };
}

function without(count: number | null, part: number): number | null {
  return count === null ? null : count - part;
}
