import { type CreatedRow, every, type Series, seriesOf } from "./series.ts";
import { largestNamespaces } from "./tables/created.ts";
import { leastStart } from "./windows.ts";

/** One way to count growth. */
export interface Scenario {
  readonly label: string;
  readonly series: Series;
  /** Fewest repositories with which a window begins. */
  readonly least: number;
}

const sum = (rows: readonly CreatedRow[], of: (row: CreatedRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** Label of the way to count that takes names without a namespace, which were there before repositories, as older. */
export const bareIsOlder = "those without a namespace taken as older than all others";

/** Every other way to count that makes a difference to these rows, one at a time. */
export function scenariosOf(rows: readonly CreatedRow[]): Scenario[] {
  const undated = sum(rows, ({ month, at_floor, repositories }) => (month === null && !at_floor ? repositories : 0));
  const bare = sum(rows, (row) => row.without_namespace);
  const series = seriesOf(rows);
  const named = seriesOf(rows, (row) => row.repositories - row.without_namespace);
  const small = seriesOf(rows, (row) => row.repositories - row.of_largest);
  const way = (label: string, own: Series, least = leastStart): Scenario => ({ label, series: own, least });
  return [
    way(`windows that begin with ${leastStart / 10} or more`, series, leastStart / 10),
    way(`windows that begin with ${leastStart * 2} or more`, series, leastStart * 2),
    way(`the ${largestNamespaces} namespaces with the most left out`, small),
    ...(bare > 0 ? [way(bareIsOlder, begun(named, bare))] : []),
    ...(undated > 0 ? [way("those without a date taken as older than all others", begun(series, undated))] : []),
  ];
}

/** The count as the chapter tells it. */
export function headlineOf(rows: readonly CreatedRow[]): Scenario {
  return { label: "headline", series: seriesOf(rows, every), least: leastStart };
}

/** A series to whose total something is added from its beginning. */
function begun(series: Series, before: number): Series {
  return { ...series, months: series.months.map((month) => ({ ...month, total: month.total + before })) };
}
