import { type Basis, narrow } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import { date, type Fact, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { gainers } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;
type Gainer = Row<typeof gainers>;

/** The largest gain of likes and the largest of downloads between two neighbouring listings, each with the other's. */
export function gainerFacts({ rows, basis }: Evidence<typeof gainers>): Facts {
  const most = (of: (row: Gainer) => number | null): Gainer | undefined =>
    [...rows].sort((a, b) => (of(b) ?? 0) - (of(a) ?? 0) || (a.observed_on < b.observed_on ? -1 : 1))[0];
  return {
    ...about(
      "rush",
      most((row) => row.likes_gained),
      basis,
      "most likes",
    ),
    ...about(
      "burst",
      most((row) => row.downloads_gained),
      basis,
      "most downloads",
    ),
  };
}

function about(id: string, row: Gainer | undefined, basis: Basis, what: string): Facts {
  if (row === undefined) return {};
  const on = narrow(basis, { asOf: row.observed_on });
  const whose = `of ${row.repo}, which gained ${what} of all models between two neighbouring listings that both have it`;
  const of = (value: number | null, unit: Unit, definition: string): Fact =>
    sum({ value: value ?? 0, unit, n: 1, definition: `${definition} ${whose}.`, basis: on });
  return {
    [`${id}-likes`]: of(row.likes_gained, "likes", "Likes gained"),
    [`${id}-downloads`]: of(row.downloads_gained, "downloads", "Downloads of the window above those of the one before"),
    [`${id}-day`]: date({ value: row.observed_on, definition: `Day of the later listing ${whose}.`, basis: on }),
  };
}
