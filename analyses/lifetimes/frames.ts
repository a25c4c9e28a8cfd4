import type { Fact } from "#kit/facts.ts";
import { numeric } from "#kit/facts.ts";
import { type DiscussionRow, lastCrawl, ratesOf, stepsOf } from "./discussions.ts";
import { hubWindowsOf } from "./facts/hub.ts";
import { measured, measures, sideOf } from "./facts/measures.ts";
import { peaksOf, type Threshold } from "./facts/peaks.ts";
import { keptAt, type MonthRow } from "./facts/releases.ts";
import { type GapRow, renewals } from "./renewal.ts";
import { afterPeak, curveOf, type PeakRow, sizeOf } from "./spells.ts";

type Facts = Readonly<Record<string, Fact>>;

/** An empty frame is nothing to draw. */
const drawn = <Row>(rows: readonly Row[]): readonly Row[] | null => (rows.length === 0 ? null : rows);

/** Every measure with its interval. */
export function measureFrame(facts: Facts) {
  const rows = measured(facts).map(([id, fact]) => ({
    ...{ measure: measures[id] as string, days: numeric(fact), models: fact.n ?? 0, side: sideOf(fact) as string },
    ...{ lower: fact.bounds?.lower ?? null, upper: fact.bounds?.upper ?? null, observed_on: fact.basis.asOf },
  }));
  return drawn(rows);
}

/** Least number of models of a month that is drawn. */
const drawnFrom = 100;

/** What releases keep of their first full month: the median and the quartiles. */
export function keptFrame(rows: readonly MonthRow[]) {
  const months = [...Map.groupBy(rows, ({ months: at }) => at)].sort(([a], [b]) => a - b);
  const later = months
    .map(([at, own]) => ({
      ...{ months: at, median: keptAt(own, 0.5), lower: keptAt(own, 0.25), upper: keptAt(own, 0.75) },
      models: own.reduce((sum, { models }) => sum + models, 0),
    }))
    .filter(({ months: at, models }) => at > 0 && models >= drawnFrom);
  const [first] = later;
  return first === undefined ? null : [{ months: 0, median: 1, lower: 1, upper: 1, models: first.models }, ...later];
}

/** Discussions for each model by age, one crawl after the other. */
export function discussionFrame(rows: readonly DiscussionRow[]) {
  const steps = stepsOf(rows);
  let from = 0;
  const frame = ratesOf(steps, lastCrawl(steps)).map(({ crawl, models, opened, perModel, days }) => {
    const row = { crawl, from, to: from + days, rate: (perModel * 30) / days, models, opened };
    from += days;
    return row;
  });
  return frame.length < 3 ? null : frame;
}

/** Days up to which curves are drawn. */
export const drawnDays = 180;

/** Shares above half and above a tenth of the peak, by days since it, with their intervals. */
export function curveFrame(rows: readonly PeakRow[]) {
  const of = (threshold: Threshold) => {
    const spells = afterPeak(peaksOf(rows, "uncapped", "day", threshold));
    if (sizeOf(spells).authors < 2) return [];
    const start = { threshold, days: 0, survival: 1, lower: null, upper: null, at_risk: sizeOf(spells).models };
    const steps = curveOf(spells).steps.filter(({ time }) => time <= drawnDays);
    const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
    const rest = steps.map(({ time, survival, interval, atRisk }) => ({
      ...{ threshold, days: time, survival, at_risk: atRisk },
      ...{ lower: finite(interval.lower), upper: finite(interval.upper) },
    }));
    return [start, ...rest];
  };
  return drawn([...of("half"), ...of("tenth")]);
}

/** How older models do with a release beside them, namespace by namespace. */
export function renewalFrame(rows: readonly GapRow[]) {
  return drawn(
    renewals(rows).map(({ author, withGaps, withoutGaps, difference }) => ({
      ...{ namespace: author, difference, gaps_with: withGaps, gaps_without: withoutGaps },
    })),
  );
}

/** Downloads of the whole Hub that go to models in their first year, window after window. */
export function firstYearFrame(rows: Parameters<typeof hubWindowsOf>[0]) {
  return drawn(hubWindowsOf(rows).map(({ window_from, ...rest }) => ({ ...rest, window_from })));
}
