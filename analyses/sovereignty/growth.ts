import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { laterNames, type Placing } from "./placing.ts";
import type { ownerDownloads } from "./tables.ts";

/** Downloads of one country's or region's owners on two neighbouring crawls, over owners listed on both. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly before: number;
  readonly after: number;
  /** Owners listed on both. */
  readonly owners: number;
}

type OwnerRow = Row<typeof ownerDownloads>;

/** Matched growth: each pair of neighbouring crawls compares the same owners, renames linked, so that joining changes nothing. */
export function matchedSteps(rows: readonly OwnerRow[], placing: Placing, reference: Reference): Step[] {
  const linked = laterNames(reference);
  const crawls = Map.groupBy(rows, (row) => row.observed_on);
  const days = [...crawls.keys()].sort();
  return days.slice(1).flatMap((to, i) => {
    const from = days[i] ?? to;
    const [before, after] = [totals(crawls.get(from) ?? [], linked), totals(crawls.get(to) ?? [], linked)];
    const matched = [...before.keys()].filter((owner) => after.has(owner));
    return [...Map.groupBy(matched, placing)].map(([place, owners]) => ({
      from,
      to,
      place,
      before: total(owners, before),
      after: total(owners, after),
      owners: owners.length,
    }));
  });
}

function totals(rows: readonly OwnerRow[], linked: ReadonlyMap<string, string>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { owner, downloads_30d } of rows) {
    const name = linked.get(owner) ?? owner;
    sums.set(name, (sums.get(name) ?? 0) + downloads_30d);
  }
  return sums;
}

function total(owners: readonly string[], sums: ReadonlyMap<string, number>): number {
  return owners.reduce((sum, owner) => sum + (sums.get(owner) ?? 0), 0);
}

/** A point of a chained index: 100 on the first day, then multiplied by each step's growth. */
export interface IndexPoint {
  readonly observed_on: string;
  readonly place: string;
  readonly index: number;
  /** Owners compared in the step that led here; null on the first day. */
  readonly owners: number | null;
}

/** Chains the steps of a place from a day on. */
export function chain(steps: readonly Step[], place: string, start: string): IndexPoint[] {
  const own = steps.filter((step) => step.place === place && step.from >= start);
  let index = 100;
  const points = own.map((step): IndexPoint => {
    index *= step.after / step.before;
    return { observed_on: step.to, place, index, owners: step.owners };
  });
  return [{ observed_on: start, place, index: 100, owners: null }, ...points];
}
