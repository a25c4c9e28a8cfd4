import { DataError, raise } from "#loaders/schema/errors.ts";
import { type Disk, diskOf } from "./disk.ts";
import { type Due, duesOf, type Span } from "./dues.ts";
import type { Feed } from "./feed.ts";
import { type SeriesOptions, type Step, stepOf } from "./step.ts";

/** What became of a series. */
export interface SeriesResult {
  readonly series: string;
  readonly steps: readonly Step[];
  /** What ended it early, in words; null where every day had its turn. */
  readonly stopped: string | null;
  readonly disk: Disk;
}

/**
 * Pulls a series, the oldest first because gates hold each snapshot against the one before, and reduces each as it comes.
 *
 * A snapshot that is refused, or broken where it comes from, stops no other: the next is held against the last that was admitted. What has its place is
 * not asked for again, so that an interrupted series goes on when it is run again. `tell` hears of each day.
 */
export async function runSeries(
  span: Span,
  feed: Feed,
  options: SeriesOptions,
  tell: (step: Step) => void = () => undefined,
): Promise<SeriesResult> {
  const steps: Step[] = [];
  const stopped = await until(duesOf(span), async (due) => {
    const step = await stepOf(due, feed, options);
    steps.push(step);
    tell(step);
  });
  return { series: feed.series, steps, stopped, disk: await diskOf(options.paths) };
}

/** Does some work for each day, up to the first that throws; gives what it threw in words. */
async function until(dues: readonly Due[], work: (due: Due) => Promise<void>): Promise<string | null> {
  for (const due of dues) {
    try {
      await work(due);
    } catch (error) {
      return `stopped at ${due.day}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return null;
}

/** Throws one `DataError` that names every snapshot that was refused or failed and what stopped the series, if there is any. */
export function raiseSeries({ series, steps, stopped }: SeriesResult): void {
  const left = steps.flatMap((step) => (step.status === "refused" || step.status === "failed" ? [leftOut(step)] : []));
  raise(`series ${series}`, [...left, ...(stopped === null ? [] : [stopped])]);
  if (steps.every(({ status }) => status === "missing"))
    throw new DataError(`series ${series}`, ["upstream has no snapshot on any of these days; choose others"]);
}

function leftOut({ status, label, problems }: Extract<Step, { status: "refused" | "failed" }>): string {
  const what =
    status === "refused" ? "is refused, what was in use stays" : "cannot be had or used, which stops no other";
  return `${label} ${what}\n${problems.join("\n")}`;
}
