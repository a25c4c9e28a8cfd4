import type { Row } from "#loaders/schema/table.ts";
import type { ownerDownloads, topModels } from "./tables.ts";

export type OwnerRow = Row<typeof ownerDownloads>;
export type ModelRow = Row<typeof topModels>;

/** The most downloaded model of a crawl, of all or of those on the curated list alone. */
export function largestOn(models: readonly ModelRow[], day: string, curatedOnly = false): ModelRow {
  const listed = models.filter((row) => row.observed_on === day && (row.curated || !curatedOnly));
  const [first, ...rest] = listed;
  if (first === undefined) throw new Error(`top-models has no row on ${day}`);
  return rest.reduce((a, b) => (b.downloads_30d > a.downloads_30d ? b : a), first);
}

/** The owner rows with one model taken out of its owner's counts, on every crawl that lists it. */
export function leaveOut(rows: readonly OwnerRow[], models: readonly ModelRow[], repo: string): OwnerRow[] {
  const own = new Map(models.filter((row) => row.repo === repo).map((row) => [row.observed_on, row]));
  return rows.map((row) => {
    const model = own.get(row.observed_on);
    return model?.owner.toLowerCase() === row.owner.toLowerCase() ? less(row, model) : row;
  });
}

function less(row: OwnerRow, { downloads_30d, curated }: ModelRow): OwnerRow {
  return {
    ...row,
    models: row.models - 1,
    downloads_30d: row.downloads_30d - downloads_30d,
    curated_models: row.curated_models - Number(curated),
    curated_downloads_30d: row.curated_downloads_30d - (curated ? downloads_30d : 0),
  };
}
