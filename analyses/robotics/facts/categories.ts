import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, rank, share } from "#kit/facts.ts";
import { all, type CategoryRow, none, ranked, stock } from "../categories.ts";
import { robotics } from "../tables/standings.ts";

type Facts = Readonly<Record<string, Fact>>;

/** What the newest complete listing of datasets says of task categories. */
export function categoryFacts(rows: readonly CategoryRow[], basis: Basis): Facts {
  const datasets = (value: number, definition: string): Fact => count({ value, unit: "datasets", definition, basis });
  const [whole, categories] = [stock(rows, all), ranked(rows)];
  const first = categories[0]?.category ?? "";
  return {
    "listed-day": date({ value: basis.asOf, definition: "Day of the newest complete listing of datasets.", basis }),
    "datasets-listed": datasets(whole, "Datasets of the newest complete listing."),
    "categories-listed": count({
      value: categories.length,
      unit: "categories",
      definition: "Task categories that at least one dataset of the listing is tagged with.",
      basis,
    }),
    "robotics-listed": datasets(
      stock(rows, robotics),
      "Datasets of the listing that are tagged with the category robotics.",
    ),
    "first-listed": datasets(
      stock(rows, first),
      "Datasets of the category that most datasets of the listing are tagged with.",
    ),
    "text-generation-listed": datasets(
      stock(rows, "text-generation"),
      "Datasets of the listing that are tagged with the category text-generation.",
    ),
    uncategorised: share({
      ...{ part: stock(rows, none), whole, unknown: 0, n: whole, basis },
      definition: "Share of the datasets of the listing that are tagged with no task category.",
    }),
    ...(stock(rows, robotics) === 0 ? {} : seriesFacts(rows, basis)),
  };
}

/** Days of published counts and of published ranks, of which a listing with creation dates gives its own. */
const years = ["2023", "2024", "2025"] as const;

/** What creation dates give for those days, of the datasets that are still there; none for a day after the listing's. */
function seriesFacts(rows: readonly CategoryRow[], basis: Basis): Facts {
  const told = years.flatMap((year): [string, Fact][] => {
    const end = `${year}-12-31`;
    const own = ranked(rows, end);
    if (end > basis.asOf || own.length === 0) return [];
    const on = narrow(basis, { asOf: end });
    const value = stock(rows, robotics, end);
    const datasets = count({
      ...{ value, unit: "datasets", basis: on },
      definition: `Datasets created by ${end} and still listed that are tagged with the category robotics.`,
    });
    const place = rank({
      ...{ value, among: own.map((one) => one.datasets), basis: on },
      definition: `Place of robotics among the task categories by datasets created by ${end} and still listed.`,
    });
    return [
      [`robotics-by-${year}`, datasets],
      [`rank-by-${year}`, place],
    ];
  });
  return { ...Object.fromEntries(told), ...newestMonth(rows, basis) };
}

/** The share of robotics among the new datasets of the last whole month. */
function newestMonth(rows: readonly CategoryRow[], basis: Basis): Facts {
  const months = rows.flatMap(({ month }) =>
    month === null || month.slice(0, 7) >= basis.asOf.slice(0, 7) ? [] : [month],
  );
  const last = months.sort().at(-1);
  if (last === undefined) return {};
  const of = (category: string): number =>
    stock(
      rows.filter(({ month }) => month === last),
      category,
    );
  const definition =
    "Share of the datasets created in the last whole month before the listing, and still listed, that are tagged with the category robotics.";
  const fact = share({ part: of(robotics), whole: of(all), unknown: 0, n: of(all), definition, basis });
  return { "new-share": fact };
}
