import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, ratio, share, sum } from "#kit/facts.ts";
import { placeName } from "#kit/places.ts";
import { computeOf, largest, type PlaceRow, type RunRow, readings, type YearRow, yearsWithBoth } from "../training.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Who trains with how much compute, as far as it is stated. */
export function trainingFacts(
  years: readonly YearRow[],
  runs: readonly RunRow[],
  places: readonly PlaceRow[],
  basis: Basis,
): Facts {
  return { ...known(years, basis), ...gaps(runs, years, basis), ...shares(years, basis), ...byPlace(places, basis) };
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
      const variants = readings.flatMap((reading) => {
        const other = largest(runs, year, true, reading);
        return other === null ? [] : [{ label: reading.label, value: closed.flop / other.flop }];
      });
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

function shares(years: readonly YearRow[], basis: Basis): Facts {
  const on = (from: number, to: number): Fact => {
    const own = years.filter(({ year }) => year >= from && year <= to);
    const { open, closed, unknown, of } = computeOf(own);
    const whole = open + closed + unknown;
    return share({
      part: open,
      whole,
      unknown,
      n: total(own, "with_compute"),
      definition: `Share of stated training compute of models published from ${from} to ${to} that went into published weights; models of unknown access may be either.`,
      basis,
      variants: [
        { label: "only weights published without limits", value: of(["open"]) / whole },
        { label: "models of unknown access left out", value: open / (open + closed) },
      ],
    });
  };
  return { "open-compute": on(2020, 2025), "open-compute-2023": on(2023, 2023), "open-compute-2024": on(2024, 2024) };
}

function byPlace(places: readonly PlaceRow[], basis: Basis): Facts {
  const flop = (rows: readonly PlaceRow[]): number => rows.reduce((sum, row) => sum + (row.flop_total ?? 0), 0);
  const unsure = places.filter(({ countries }) => countries.startsWith("("));
  const n = places.reduce((sum, row) => sum + row.with_compute, 0);
  const of = (code: string): Fact =>
    share({
      part: flop(places.filter(({ countries }) => countries === code)),
      whole: flop(places),
      unknown: flop(unsure),
      n,
      definition: `Share of stated training compute since 2020 by organisations of ${placeName(code)} and of no other country or region (what the database calls multinational is none); those of several or unknown places may be partly there.`,
      basis,
    });
  const closed = (code: string): Fact => {
    const own = places.filter(({ countries }) => countries === code);
    const { open, closed: shut, unknown } = computeOf(own);
    return share({
      part: open,
      whole: open + shut + unknown,
      unknown,
      n: own.reduce((sum, row) => sum + row.with_compute, 0),
      definition: `Share of the stated training compute of organisations of ${placeName(code)} alone that went into published weights.`,
      basis,
    });
  };
  return {
    "us-compute": of("US"),
    "cn-compute": of("CN"),
    "us-open-compute": closed("US"),
    "cn-open-compute": closed("CN"),
  };
}
