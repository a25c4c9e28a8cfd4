import type { EraName } from "./parts/eras.ts";

/** A row of a registry of owners: spelling, country (ISO code, "EU", "ZZ" or empty) and kind. */
export interface RegisteredOwner {
  readonly owner: string;
  readonly country: string;
  readonly kind: string;
}

/** What to generate; the same options give the same rows and the same truth. */
export interface HubOptions {
  /** Models in the first snapshot, about; later ones hold some more. */
  readonly models: number;
  /** Datasets in the first snapshot; a third of the models unless said. */
  readonly datasets?: number;
  /** Daily papers in the first snapshot; a hundredth of the models unless said. */
  readonly papers?: number;
  /** Snapshots, a month apart; 1 unless said. */
  readonly months?: number;
  /** First day of the months (ISO); the last one is 2026-05-20 unless said. */
  readonly first?: string;
  /** Days (ISO, ascending) of the snapshots, in place of `months` and `first`. */
  readonly days?: readonly string[];
  readonly seed: number;
  /** Compression of the Parquet files; zstd unless said. */
  readonly codec?: "zstd" | "snappy";
  /** Rows of a row group; 61,440 unless said. */
  readonly rowGroup?: number;
  /** Registry of owners; some hundreds of its organisations own models. */
  readonly owners: readonly RegisteredOwner[];
  /** Era of each snapshot; follows from its day unless said. */
  readonly eras?: readonly EraName[];
  /** Numbers of the snapshots whose tables have no `_id`. */
  readonly withoutIds?: readonly number[];
  /** Numbers of the snapshots in which part of the counters stand still; the last but one of three or more unless said. */
  readonly stalled?: readonly number[];
}

/** Options with everything that was left out. */
export interface Settled extends Required<Omit<HubOptions, "eras" | "days" | "first" | "months">> {
  readonly days: readonly string[];
  readonly eras: readonly (EraName | undefined)[];
}

/** Fills in what was left out; throws for sizes that cannot be. */
export function settled(options: HubOptions): Settled {
  const days = options.days ?? monthly(options.months ?? 1, options.first);
  const all: Settled = {
    models: options.models,
    datasets: options.datasets ?? Math.ceil(options.models / 3),
    papers: options.papers ?? Math.ceil(options.models / 100),
    seed: options.seed,
    codec: options.codec ?? "zstd",
    rowGroup: options.rowGroup ?? 61_440,
    owners: options.owners,
    withoutIds: options.withoutIds ?? [],
    stalled: options.stalled ?? (days.length > 2 ? [days.length - 2] : []),
    days,
    eras: days.map((_, i) => options.eras?.[i]),
  };
  const problems = wrong(all);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return all;
}

function wrong({ models, datasets, papers, days, owners, seed, rowGroup }: Settled): string[] {
  const whole = Object.entries({ models, datasets, papers, seed, rowGroup });
  return [
    ...whole
      .filter(([, n]) => !Number.isSafeInteger(n) || n < 0 || n >= 2 ** 31)
      .map(([name, n]) => `${name} is ${n}; give a whole number from 0 to 2^31`),
    ...(models < 100 ? [`models is ${models}; give at least 100`] : []),
    ...(days.length === 0 || days.some((day, i) => Number.isNaN(Date.parse(day)) || day <= (days[i - 1] ?? ""))
      ? [`snapshots on ${days.join(", ") || "no day"}; give ISO days, each later than the one before`]
      : []),
    ...(owners.length === 0 ? ["the registry of owners is empty; give at least one organisation"] : []),
  ];
}

function monthly(months: number, first?: string): string[] {
  const start = first ? new Date(`${first}T00:00:00Z`) : new Date(Date.UTC(2026, 4 - (months - 1), 20));
  return Array.from({ length: months }, (_, i) =>
    new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, start.getUTCDate())).toISOString().slice(0, 10),
  );
}
