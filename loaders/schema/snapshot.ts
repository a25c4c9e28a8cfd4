import { z } from "zod";

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits");
const name = z.string().min(1);

/** Files of a snapshot that are read, by the name that the Hub's copies give them. */
export const snapshotTables = ["models", "datasets", "daily_papers"] as const;

export type SnapshotTable = (typeof snapshotTables)[number];

/** Place of a table of a snapshot inside its source, as in the weekly copies. */
export function snapshotPath(table: string, label: string): string {
  return `${table}/${label}/${table}.parquet`;
}

/** The table and the label that such a place names; undefined for any other path. */
export function placeOf(path: string): { readonly table: SnapshotTable; readonly label: string } | undefined {
  const [start, label = ""] = path.split("/");
  const table = snapshotTables.find((one) => one === start);
  const own = table !== undefined && day.safeParse(label).success && snapshotPath(table, label) === path;
  return own ? { table, label } : undefined;
}

/** Where a snapshot comes from and which day it speaks of. */
const origin = {
  /** Id of the source record that the series belongs to. */
  source: name,
  /** Repository of the copies, owner/name. */
  repository: name,
  revision: name,
  /** Name of the folder upstream; the content may be older or newer. */
  label: day,
  /** Time of the commit that holds the files, in UTC; null where it is not known. */
  committed_at: z.iso.datetime().nullable(),
  /** Day that the rows speak of: that of the newest change among them. */
  observed_on: day,
  /** Whether the rows were made up; then no edition that uses them can be released. */
  generated: z.boolean(),
  /** What part of the Hub the rows are, in words; not there for all of it. */
  part: name.optional(),
};

/** What stands in the folder of a snapshot beside its files. */
export const snapshotOrigin = z.strictObject({
  ...origin,
  files: z
    .array(z.strictObject({ table: z.enum(snapshotTables), path: name, url: z.url({ protocol: /^https$/ }) }))
    .min(1),
});

/** One rule that did not hold and was waived, by whom it concerns and why. */
export const waiver = z.strictObject({
  /** Table and id in `data/reference/gates.csv`: models/not-empty. */
  rule: name,
  /** What was found. */
  found: name,
  because: name,
  /** Day of the waiver. */
  on: day,
});

/** One table of an admitted snapshot. */
const snapshotTable = z.strictObject({
  sha256,
  rows: z.int().nonnegative(),
  /** Columns that are read. */
  columns: z.array(name),
  /** Columns that the file does not have: their values are unknown. */
  missing: z.array(name),
  /** Columns of the file that nothing reads. */
  unread: z.array(name),
  /** Totals and rates that the next snapshot is held against. */
  measures: z.record(z.string(), z.number().nullable()),
});

/** One snapshot that passed its gates: `data/snapshots/<source>/<label>.json`. */
export const snapshot = z.strictObject({
  ...origin,
  /** Day on which it was admitted. */
  admitted_on: day,
  /** Label of the snapshot that it was held against; null for the first of its series. */
  predecessor: day.nullable(),
  tables: z.partialRecord(z.enum(snapshotTables), snapshotTable),
  /** Rules that held, as table and id: models/not-empty. */
  passed: z.array(name),
  /** Rules that could not be applied, such as those on a column that the file does not have. */
  not_applicable: z.array(name),
  waivers: z.array(waiver),
  /** What a reader should know and no rule refuses, such as columns that are new. */
  notes: z.array(name),
});

export type SnapshotOrigin = z.infer<typeof snapshotOrigin>;
export type Snapshot = z.infer<typeof snapshot>;
export type Waiver = z.infer<typeof waiver>;
