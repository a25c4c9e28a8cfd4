import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, ratio, share, sum, type Variant } from "#kit/facts.ts";
import { largest, type PlaceRow, published, type RunRow, readings, type YearRow, yearsWithBoth } from "../training.ts";
import { placeShares, yearShares } from "./compute-shares.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Who trains with how much compute, as far as it is stated. */
export function trainingFacts(
  years: readonly YearRow[],
  runs: readonly RunRow[],
  places: readonly PlaceRow[],
  basis: Basis,
): Facts {
  return {
    ...known(years, basis),
    ...gaps(runs, years, basis),
    ...yearShares(years, runs, basis),
    ...placeShares(places, runs, basis),
  };
}

const total = (rows: readonly YearRow[], column: "models" | "with_compute"): number =>
  rows.reduce((sum, row) => sum + row[column], 0);

function known(years: readonly YearRow[], basis: Basis): Facts {
  const models = total(years, "models");
  const unknown = total(
    years.filter(({ weights }) => weights === "unknown"),
    "models",
  );
  const part = (value: number, definition: string): Fact =>
    share({ part: value, whole: models, unknown: 0, n: models, definition, basis });
  return {
    "trained-models": count({
      value: models,
      unit: "models",
      definition: "Models in the database that were published since 2017.",
      basis,
    }),
    "runs-known": count({
      value: total(years, "with_compute"),
      unit: "models",
      definition: "Of these, models whose training compute is stated.",
      basis,
    }),
    "runs-known-share": part(total(years, "with_compute"), "Share of these models whose training compute is stated."),
    "access-unknown": part(unknown, "Share of these models whose access is not stated; null is not closed."),
    "last-training": date({ value: basis.asOf, definition: "Last publication in the database.", basis }),
  };
}

/** Largest closed over largest open run, by year. */
function gaps(runs: readonly RunRow[], years: readonly YearRow[], basis: Basis): Facts {
  return Object.assign(
    {},
    ...yearsWithBoth(runs.filter(({ year }) => year >= 2019)).map((year) => {
      const [open, closed] = [largest(runs, year, true), largest(runs, year, false)];
      if (open === null || closed === null) return {};
      const n = total(
        years.filter((row) => row.year === year),
        "with_compute",
      );
      const on = narrow(basis, {
        asOf:
          [open, closed]
            .map((run) => run.published_on)
            .sort()
            .at(-1) ?? "",
      });
      const run = (row: RunRow, kind: string): Fact =>
        sum({
          value: row.flop,
          unit: "flop",
          n: 1,
          definition: `Training compute of ${row.model}, the largest ${kind} run of ${year} that the database states.`,
          basis: on,
        });
      const variants = [
        ...readings.flatMap((reading) => {
          const other = largest(runs, year, true, reading);
          return other === null ? [] : [{ label: reading.label, value: closed.flop / other.flop }];
        }),
        ...sureGap(years, year),
      ];
      const definition = `Largest closed over largest open training run of ${year} that the database states, open being any published weights.`;
      const gap = ratio({ numerator: closed.flop, denominator: open.flop, n, definition, basis: on, variants });
      return {
        [`largest-open-${year}`]: run(open, "open"),
        [`largest-closed-${year}`]: run(closed, "closed"),
        [`gap-${year}`]: gap,
      };
    }),
  ) as Facts;
}

/** The same gap over runs of which the database is confident, or which it holds likely. */
function sureGap(years: readonly YearRow[], year: number): Variant[] {
  const most = (kinds: readonly string[]): number =>
    Math.max(
      ...years.filter((row) => row.year === year && kinds.includes(row.weights)).map((row) => row.flop_most_sure ?? 0),
    );
  const [open, closed] = [most(published.open), most(["closed"])];
  return open > 0 && closed > 0 ? [{ label: "only confident and likely estimates", value: closed / open }] : [];
}
