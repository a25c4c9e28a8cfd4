import { deviation, group } from "d3";

/** A statistic with an error that allows for clusters. */
export interface Jackknifed {
  readonly value: number;
  readonly standardError: number;
  readonly clusters: number;
  /** The statistic without each cluster in turn, for a leave-one-out range. */
  readonly without: ReadonlyMap<string, number>;
}

/**
 * A statistic of rows that come in clusters, such as models of authors, with its standard error by leaving out one
 * cluster after the other: the square root of (G - 1) / G times the squared deviations of the G values from their mean.
 * For smooth statistics: a share, a survival at an age; not for a median, which moves in jumps. Computes the statistic
 * G + 1 times; for a whole survival curve `clusteredKaplanMeier` is quicker. An error of fewer than two clusters, or
 * when leaving one out leaves the statistic undefined.
 */
export function jackknife<Row>(
  rows: readonly Row[],
  clusterOf: (row: Row) => string,
  statistic: (rows: readonly Row[]) => number,
): Jackknifed {
  const names = [...group(rows, clusterOf).keys()];
  if (names.length < 2) throw new RangeError(`${names.length} clusters: leaving one out needs at least two`);
  const without = new Map(names.map((name) => [name, statistic(rows.filter((row) => clusterOf(row) !== name))]));
  const broken = names.find((name) => !Number.isFinite(without.get(name)));
  if (broken !== undefined) throw new RangeError(`without cluster ${broken} the statistic is ${without.get(broken)}`);
  const spread = deviation(without.values()) ?? Number.NaN;
  const standardError = ((names.length - 1) / Math.sqrt(names.length)) * spread;
  return { value: statistic(rows), standardError, clusters: names.length, without };
}
