import type { TotalRow } from "#analyses/scale/listed.ts";
import { type CreatedRow, type Kind, seriesOf } from "#analyses/scale/series.ts";

/** A row of created: models of a listing of 2022, and whatever a test wants to be different. */
export function made(month: string | null, repositories: number, changes: Partial<CreatedRow> = {}): CreatedRow {
  return {
    ...{ source: "model-cards-2022", observed_on: "2022-10-01", kind: "model", month: month && `${month}-01` },
    ...{ at_floor: false, repositories, of_largest: 0, without_namespace: 0 },
    ...changes,
  };
}

/** Rows of months that follow one another, with so many repositories each. */
export function run(first: string, counts: readonly number[], changes: Partial<CreatedRow> = {}): CreatedRow[] {
  const [year = 0, month = 0] = first.split("-").map(Number);
  return counts.map((count, i) =>
    made(new Date(Date.UTC(year, month - 1 + i)).toISOString().slice(0, 7), count, changes),
  );
}

/** The row of totals that fits rows of created. */
export function totalOf(rows: readonly CreatedRow[], kind: Kind = "model"): TotalRow {
  const repositories = rows.reduce((sum, row) => sum + row.repositories, 0);
  const dated = rows.filter(({ month }) => month !== null).reduce((sum, row) => sum + row.repositories, 0);
  return {
    ...{ observed_on: rows[0]?.observed_on ?? "", kind, repositories, owners: 5, downloaded: 0, downloads_30d: 0 },
    ...{ downloads_all_time: null, likes: null, dated, floored: seriesOf(rows).months.length > 0 ? 0 : repositories },
  };
}
