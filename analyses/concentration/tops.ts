import type { Evidence } from "#kit/define.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { crawlTops } from "./tables.ts";

type TopRow = Row<typeof crawlTops>;

/** The most downloaded models of one crawl. */
export interface Tops {
  readonly day: string;
  readonly whole: number;
  /** Models with a download. */
  readonly used: number;
  /** Downloads that the first so many have together; undefined where the crawl has fewer, or the number is not told. */
  readonly first: ReadonlyMap<number, number>;
}

/** Numbers of models that the series tells. */
export const toldTops = [1, 10, 50, 200] as const;

/** Every crawl of the fixed panel, or of all crawled namespaces, oldest first. */
export function topsOf({ rows }: Evidence<typeof crawlTops>, inPanel: boolean): Tops[] {
  const own = rows.filter(({ in_panel }) => in_panel === inPanel);
  const days = [...new Set(own.map(({ observed_on }) => observed_on))].sort();
  return days.map((day) => topsOn(own.filter(({ observed_on }) => observed_on === day)));
}

function topsOn(rows: readonly TopRow[]): Tops {
  const [row] = rows;
  if (row === undefined) throw new Error("a crawl without rows: run npm run tables");
  const first = new Map(rows.map(({ top, downloads }) => [top, downloads]));
  return { day: row.observed_on, whole: row.whole, used: row.used, first };
}

/** Share of downloads that the first k models have; NaN where it is not told. */
export function shareOf({ first, whole }: Tops, k: number): number {
  return (first.get(k) ?? Number.NaN) / whole;
}

/** The same when the most downloaded model is left out. */
export function shareWithout({ first, whole }: Tops, k: number): number {
  const most = first.get(1) ?? Number.NaN;
  return ((first.get(k + 1) ?? Number.NaN) - most) / (whole - most);
}
