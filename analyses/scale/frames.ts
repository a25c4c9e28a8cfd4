import { day } from "#kit/format.ts";
import { everyFit } from "./doubling.ts";
import { windowMonths } from "./facts/growth.ts";
import type { Listed, TotalRow } from "./listed.ts";
import { type PublishedTotal, spansOf } from "./published.ts";
import type { Series } from "./series.ts";
import { type Window, windowsOf } from "./windows.ts";
import { Plural } from "./wording.ts";

/** Created repositories and running totals by month; months that the newest listing cannot date come from the older one, and say so. */
export function monthFrame(listed: readonly Listed[]) {
  return listed.flatMap(({ kind, series, before }) =>
    [...(before === null ? [] : [{ of: before, earlier: true }]), { of: series, earlier: false }].flatMap(
      ({ of, earlier }) =>
        of.months.map(({ ends, created, total }) => ({
          ends,
          kind: Plural[kind],
          listing: nameOf(of),
          earlier,
          created,
          total,
        })),
    ),
  );
}

function nameOf({ source, day: on }: Series): string {
  return `${source === "hub" ? "snapshot" : "listing"} of ${day(on)}`;
}

/** Growth over every window of a year, with the span of the other ways to count the same window; null where no window is. */
export function windowFrame(listed: readonly Listed[]) {
  const rows = listed.flatMap(({ kind, series, headline, scenarios }) => {
    const others = scenarios.flatMap((one) => windowsOf(one.series, windowMonths, one.least));
    return windowsOf(series, windowMonths, headline.least).map((window) => ({
      ...{ from: window.from, to: window.to, kind: Plural[kind], times: window.times },
      ...spanOf(window, others),
    }));
  });
  return rows.length === 0 ? null : rows;
}

function spanOf(window: Window, others: readonly Window[]) {
  const times = [window, ...others.filter((other) => other.to === window.to)].map((one) => one.times);
  return { lower: Math.min(...times), upper: Math.max(...times) };
}

/** Doubling times: fits to every window of a year, and what neighbouring published totals give. */
export function doublingFrame(listed: readonly Listed[], published: readonly PublishedTotal[]) {
  const fits = listed.flatMap(({ kind, headline }) =>
    everyFit(headline).map(({ from, to, fit }) => ({
      ...{ from, to, kind: Plural[kind], origin: "fitted", months: fit.doubling },
      ...{ lower: fit.doublingInterval?.lower ?? null, upper: fit.doublingInterval?.upper ?? null },
    })),
  );
  const spans = spansOf(published).map(({ from, to, doubling }) => ({
    ...{
      from: from.on,
      to: to.on,
      kind: Plural[to.kind],
      origin: "published",
      months: doubling,
      lower: null,
      upper: null,
    },
  }));
  return [...fits, ...spans];
}

/** Totals by day: created by the end of each month and still listed, all of each listing, and what others published. */
export function totalFrame(
  listed: readonly Listed[],
  totals: readonly TotalRow[],
  published: readonly PublishedTotal[],
) {
  const dated = monthFrame(listed).map(({ ends, kind, listing, total }) => ({
    on: ends,
    kind,
    origin: "by date",
    total,
    listing,
    id: null,
  }));
  const counted = listed.flatMap(({ kind }) =>
    totals
      .filter((row) => row.kind === kind)
      .map(({ observed_on: on, repositories: total }) => ({
        ...{ on, kind: Plural[kind], origin: "listed", total, listing: `listing of ${day(on)}`, id: null },
      })),
  );
  const others = published.map(({ id, kind, on, total }) => ({
    on,
    kind: Plural[kind],
    origin: "published",
    total,
    listing: null,
    id,
  }));
  return [...dated, ...counted, ...others];
}
