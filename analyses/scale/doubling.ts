import type { Variant } from "#kit/facts.ts";
import { fitGrowth, type GrowthFit } from "#kit/stats/growth-fit.ts";
import type { Scenario } from "./scenarios.ts";
import type { Month } from "./series.ts";
import { grown } from "./windows.ts";

/** Months of the window whose fit stands for a kind: the last ones, with the month before them as start. */
export const fitMonths = 12;

/** Steady growth fitted to the totals at the ends of some months. */
export interface Fitted {
  readonly from: string;
  readonly to: string;
  readonly fit: GrowthFit;
}

/** Fits the totals at the ends of these months; months are the unit of time. Null of fewer than three. */
export function fitted(
  months: readonly Month[],
  value: (month: Month) => number = ({ total }) => total,
): Fitted | null {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.length < 3) return null;
  const fit = fitGrowth(months.map((month, time) => ({ time, value: value(month) })));
  return { from: first.ends, to: last.ends, fit };
}

/** The fit over the last so many months; null where the series is shorter. */
export function lastFit({ series, least }: Scenario, months = fitMonths): Fitted | null {
  const usable = grown(series, least);
  return usable.length > months ? fitted(usable.slice(-months - 1)) : null;
}

/** Fits over every window of so many months. */
export function everyFit({ series, least }: Scenario, months = fitMonths): Fitted[] {
  const usable = grown(series, least);
  return usable.slice(months).flatMap((_, i) => fitted(usable.slice(i, i + months + 1)) ?? []);
}

/** What the doubling time is over other windows, of other counts, and of the months' new repositories instead of the total. */
export function otherFits(headline: Scenario, others: readonly Scenario[]): Variant[] {
  const { series, least } = headline;
  const usable = grown(series, least);
  const flow = usable.slice(-fitMonths);
  const fits: [string, Fitted | null][] = [
    ...[fitMonths / 2, fitMonths * 1.5, fitMonths * 2].map((months): [string, Fitted | null] => [
      `fitted to the last ${months} months`,
      lastFit(headline, months),
    ]),
    ["fitted to all months", fitted(usable)],
    [
      "fitted to what each month added",
      flow.every((month) => month.created > 0) ? fitted(flow, (month) => month.created) : null,
    ],
    ...others.filter((one) => one.least === least).map((one): [string, Fitted | null] => [one.label, lastFit(one)]),
  ];
  return fits.flatMap(([label, found]) => (found === null ? [] : [{ label, value: found.fit.doubling }]));
}
