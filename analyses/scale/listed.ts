import type { Row } from "#loaders/schema/table.ts";
import { headlineOf, type Scenario, scenariosOf } from "./scenarios.ts";
import { type CreatedRow, type Kind, newest, older, type Series, seriesOf } from "./series.ts";
import type { totals } from "./tables.ts";

export type TotalRow = Row<typeof totals>;

/** One kind of repository, as its newest listing has it. */
export interface Listed {
  readonly kind: Kind;
  readonly series: Series;
  readonly headline: Scenario;
  readonly scenarios: readonly Scenario[];
  /** The older listing, for the months that the newest cannot date; null where it dates them all. */
  readonly before: Series | null;
  readonly totals: TotalRow;
  /** Repositories of the namespaces with the most. */
  readonly ofLargest: number;
  /** Repositories without a namespace. */
  readonly bare: number;
}

/** The newest listing of a kind; null where nothing lists any. */
export function listedOf(kind: Kind, created: readonly CreatedRow[], totals: readonly TotalRow[]): Listed | null {
  const rows = newest(created, kind);
  const headline = headlineOf(rows);
  const own = totals.find((row) => row.kind === kind && row.observed_on === headline.series.day);
  if (own === undefined) return null;
  const sum = (of: (row: CreatedRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    kind,
    series: headline.series,
    headline,
    scenarios: scenariosOf(rows),
    before: early(older(created, kind), rows),
    totals: own,
    ofLargest: sum((row) => row.of_largest),
    bare: sum((row) => row.without_namespace),
  };
}

/** The months of the older listing that end before the first month that the newest dates. */
function early(rows: readonly CreatedRow[], main: readonly CreatedRow[]): Series | null {
  if (rows.length === 0) return null;
  const first = main.flatMap(({ month }) => (month === null ? [] : [month])).sort()[0] ?? "";
  const series = seriesOf(rows);
  return { ...series, months: series.months.filter(({ ends }) => ends < first) };
}
