import { type SnapshotTable, snapshotPath } from "#loaders/schema/snapshot.ts";

/** A dataset repository that holds copies of the whole Hub. */
export interface Copies {
  /** Source that its snapshots belong to: one repository each, because their rows, days and gaps differ. */
  readonly series: string;
  /** owner/name */
  readonly repository: string;
  /** Path of a table in the repository. */
  place(table: SnapshotTable, label: string): string;
}

/** The copies that can be pulled, by the name that a person gives them. */
export const copies = {
  weekly: { series: "hub", repository: "hfmlsoc/hub_weekly_snapshots", place: snapshotPath },
  daily: { series: "hub-daily", repository: "cfahlgren1/hub-stats", place: (table) => `${table}.parquet` },
} as const satisfies Readonly<Record<string, Copies>>;

/** The snapshot that is wanted: by its day (YYYY-MM-DD), or the daily one at a branch, tag or commit. */
export type Wanted =
  | { readonly source: keyof typeof copies; readonly date: string }
  | { readonly source: "daily"; readonly revision: string };
