import { scaled } from "#kit/published.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { daysApart, daysPerMonth } from "./months.ts";
import type { Kind } from "./series.ts";

type Published = Reference["published"][number];

/** A total that others published, for a day. */
export interface PublishedTotal {
  readonly id: string;
  readonly kind: Kind;
  readonly on: string;
  readonly total: number;
  /** Whether the publication names the day, and not only its month. */
  readonly dated: boolean;
  /** The unit that a rounded total is told in; null where it is told to the last one, or is a threshold. */
  readonly step: number | null;
}

/** The milestone that the platform announced: its row dates it, its statement names it. */
const milestone = { id: "FIO-03", total: 1_000_000 } as const;

const totals: readonly Pick<PublishedTotal, "id" | "kind" | "dated" | "step">[] = [
  ...["FIO-01", "FIO-03", "S26-03", "FIO-05", "FIO-06"].map(
    (id) => ({ id, kind: "model", dated: true, step: null }) as const,
  ),
  { id: "MID-01", kind: "model", dated: true, step: 100_000 },
  { id: "FIO-02", kind: "model", dated: false, step: null },
  { id: "SUM-01", kind: "model", dated: false, step: 10_000 },
  { id: "SUM-04", kind: "dataset", dated: false, step: 1000 },
  { id: "SUM-05", kind: "dataset", dated: false, step: null },
];

/** The published figure with that id; an error where the registry has none. */
export function publishedFigure({ published }: Pick<Reference, "published">, id: string): Published {
  const found = published.find((row) => row.id === id);
  if (found === undefined) throw new Error(`published-figures.csv has no figure "${id}"`);
  return found;
}

/** Whether the registry has a figure: an edition knows none of later days. */
export function knows({ published }: Pick<Reference, "published">, ...ids: readonly string[]): boolean {
  return ids.every((id) => published.some((row) => row.id === id));
}

/** Every published total of a day that the edition knows, oldest first. */
export function publishedTotals(reference: Pick<Reference, "published">): PublishedTotal[] {
  const known = totals.filter(({ id }) => knows(reference, id));
  const found = known.map(({ id, ...rest }) => {
    const figure = publishedFigure(reference, id);
    if (figure.window_end === null) throw new Error(`published-figures.csv: "${id}" has no window_end`);
    const total = id === milestone.id ? milestone.total : scaled(figure);
    return { id, ...rest, on: figure.window_end, total };
  });
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Ids of the totals whose neighbours give published doubling times, a year or so apart; that of a summer where no later one is known. */
export function spansAmong(all: readonly PublishedTotal[]): string[] {
  const winter = all.some(({ id }) => id === "S26-03") ? "S26-03" : "MID-01";
  return ["FIO-01", "FIO-02", "FIO-03", winter, "FIO-05"];
}

/** Growth between two published totals. */
export interface PublishedSpan {
  readonly from: PublishedTotal;
  readonly to: PublishedTotal;
  readonly days: number;
  /** Months in which the total would double, had it grown steadily between the two. */
  readonly doubling: number;
}

/** Growth from each of the named totals to the next. */
export function spansOf(all: readonly PublishedTotal[], ids: readonly string[] = spansAmong(all)): PublishedSpan[] {
  const chosen = all.filter(({ id }) => ids.includes(id));
  return chosen.slice(1).flatMap((to, i) => spanOf(chosen[i], to));
}

/** The totals of which only the month is known, dated to its first day instead of its last. */
export function earliest(all: readonly PublishedTotal[]): PublishedTotal[] {
  return all.map((total) => (total.dated ? total : { ...total, on: `${total.on.slice(0, 7)}-01` }));
}

/** Rounded totals at the least, or at the most, that would be told so. */
export function rounded(all: readonly PublishedTotal[], end: "least" | "most"): PublishedTotal[] {
  const off = end === "least" ? -0.5 : 0.5;
  return all.map((total) => ({ ...total, total: total.total + off * (total.step ?? 0) }));
}

function spanOf(from: PublishedTotal | undefined, to: PublishedTotal): PublishedSpan[] {
  if (from === undefined) return [];
  const days = daysApart(from.on, to.on);
  return [{ from, to, days, doubling: days / daysPerMonth / Math.log2(to.total / from.total) }];
}
