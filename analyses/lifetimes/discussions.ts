import { jackknife } from "#kit/stats/jackknife.ts";
import { student95 } from "#kit/stats/student.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { discussionMonths } from "./tables.ts";

export type DiscussionRow = Row<typeof discussionMonths>;

/** Where in the gap before its first crawl a model is taken to be released. */
export type Release = "first day" | "middle" | "last day";

/** Released models of one author over one step between crawls. */
export interface Step {
  readonly author: string;
  /** Crawls since the first that lists them. */
  readonly crawl: number;
  readonly models: number;
  readonly opened: number;
  readonly withdrawn: number;
  /** Mean age at which the discussions were opened, in days, if they were opened evenly. */
  readonly age: number;
  /** Days that the step takes; half the gap on the first, as models are released evenly in it. */
  readonly days: number;
}

/** What models have opened at one number of crawls after their release. */
export interface Rate {
  readonly crawl: number;
  /** Models at risk, and their authors. */
  readonly models: number;
  readonly authors: number;
  readonly opened: number;
  /** Discussions for each model that was there to have them. */
  readonly perModel: number;
  readonly age: number;
  readonly days: number;
}

const dayMs = 86_400_000;
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** Steps of the rows; crawls are counted by the days on which any row was crawled. */
export function stepsOf(rows: readonly DiscussionRow[], release: Release = "middle"): Step[] {
  const days = [...new Set(rows.flatMap((row) => [row.released_by, row.observed_on]))].sort();
  return rows.map((row) => ({
    ...{ author: row.author, models: row.models, opened: row.opened, withdrawn: row.withdrawn },
    crawl: days.indexOf(row.observed_on) - days.indexOf(row.released_by),
    ...ages(row, release),
  }));
}

function ages({ released_after, released_by, opened_after, observed_on }: DiscussionRow, release: Release) {
  const gap = between(released_after, released_by);
  const part = { "first day": 0, middle: 0.5, "last day": 1 }[release];
  const old = gap * (1 - part);
  if (opened_after === null) return { age: release === "middle" ? gap / 4 : old / 2, days: gap / 2 };
  const step = between(opened_after, observed_on);
  return { age: between(released_by, opened_after) + step / 2 + old, days: step };
}

/**
 * Discussions for each model by crawls since its release, up to `last`. Each rate has its own models at risk, so that
 * models released late, who were watched for a short time, count while they are watched and no longer.
 */
export function ratesOf(steps: readonly Step[], last: number): Rate[] {
  const by = Map.groupBy(steps, ({ crawl }) => crawl);
  return [...by]
    .filter(([crawl]) => crawl <= last)
    .sort(([a], [b]) => a - b)
    .map(([crawl, own]) => {
      const [models, opened] = [total(own, (step) => step.models), total(own, (step) => step.opened)];
      const age = opened === 0 ? 0 : total(own, (step) => step.opened * step.age) / opened;
      const days = total(own, (step) => step.models * step.days) / models;
      const authors = new Set(own.map(({ author }) => author)).size;
      return { crawl, models, authors, opened, perModel: opened / models, age, days };
    });
}

/** Mean age of a discussion, in days, were every model watched up to the same crawl after its release. */
export function meanAge(steps: readonly Step[], last: number): number {
  const rates = ratesOf(steps, last);
  return total(rates, ({ perModel, age }) => perModel * age) / total(rates, ({ perModel }) => perModel);
}

/** Share of the discussions that are there on the first crawl, were every model watched up to the same crawl. */
export function firstShare(steps: readonly Step[], last: number): number {
  const rates = ratesOf(steps, last);
  return (rates[0]?.perModel ?? Number.NaN) / total(rates, ({ perModel }) => perModel);
}

/** A statistic with the 95 percent interval that leaving out one author after the other gives. */
export function withInterval(steps: readonly Step[], last: number, statistic: typeof meanAge) {
  const { value, standardError, clusters } = jackknife(
    steps,
    ({ author }) => author,
    (some) => statistic(some, last),
  );
  const reach = student95(clusters - 1) * standardError;
  return { value, authors: clusters, bounds: { lower: Math.max(0, value - reach), upper: value + reach } };
}

/** The last crawl after release on which enough models of enough authors are still watched. */
export function lastCrawl(steps: readonly Step[], models = 200, authors = 10): number {
  const wide = ratesOf(steps, Number.POSITIVE_INFINITY).filter(
    (rate) => rate.models >= models && rate.authors >= authors,
  );
  return wide.at(-1)?.crawl ?? 0;
}

/** Sum of a number of each row. */
export function total<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
