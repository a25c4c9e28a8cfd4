import type { Basis } from "#kit/coverage.ts";
import { change, count, type Fact, ratio, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { doubling, ifNewOfTheYear, monthsBetween, type Point, perMonth, points, quoted } from "../published.ts";

type Facts = Readonly<Record<string, Fact>>;
type Registry = Pick<Reference, "published">;

/** What published numbers stand on: no evidence of this chapter. */
function basisOn(asOf: string): Basis {
  return { population: "numbers that others published", complete: false, asOf, tables: [], sources: [] };
}

const otherReading = "if the counts of the Spring report are new datasets of their year";

/** Arithmetic on published numbers: what they imply by month, and whether they fit one another; never what is true. */
export function publishedFacts(registry: Registry): Facts {
  return { ...countFacts(registry), ...growthFacts(registry), ...rateFacts(registry), ...fitFacts(registry) };
}

function countFacts(registry: Registry): Facts {
  const told = points(registry).map(({ on, datasets }): [string, Fact] => [
    `published-${on.slice(0, 4)}`,
    count({
      value: datasets,
      unit: "datasets",
      n: 1,
      definition: `Robotics datasets for ${on}, published by others, not computed.`,
      basis: basisOn(on),
    }),
  ]);
  const figures = count({
    ...{ value: told.length, unit: "figures", basis: basisOn(points(registry).at(-1)?.on ?? "") },
    definition: "Counts of robotics datasets that others published with a day.",
  });
  return { ...Object.fromEntries(told), "published-points": figures };
}

/** The growth of 2025 as a multiple and as an increase, and the multiple that the printed percentage stands for. */
function growthFacts(registry: Registry): Facts {
  const [start, end] = points(registry);
  const basis = basisOn(end.on);
  return {
    "growth-times": ratio({
      ...{ numerator: end.datasets, denominator: start.datasets, n: 2, basis },
      variants: [{ label: otherReading, value: (start.datasets + end.datasets) / start.datasets }],
      definition:
        "Published robotics datasets at the end of 2025 over those at the end of 2024: how many times as many.",
    }),
    "growth-more": change({
      ...{ from: start.datasets, to: end.datasets, n: 2, basis },
      definition: "The same growth as an increase: published robotics datasets of 2025 over those of 2024, less one.",
    }),
    "growth-increase": sum({
      ...{ value: end.datasets / start.datasets - 1, unit: "times", n: 2, basis },
      definition: "The same increase in multiples of the published start: how many times more.",
    }),
  };
}

/** New datasets a month and doubling times between neighbouring published counts. */
function rateFacts(registry: Registry): Facts {
  const own = points(registry);
  const other = ifNewOfTheYear(own);
  const pairs = ([first, second, third]: typeof own) =>
    [
      ["2025", first, second],
      ["2026", second, third],
    ] as const;
  const others = new Map(pairs(other).map(([year, from, to]) => [year, [from, to] as const]));
  return Object.fromEntries(
    pairs(own).flatMap(([year, from, to]) => {
      const [before = from, after = to] = others.get(year) ?? [];
      const rate = (of: (from: Point, to: Point) => number, unit: Unit, definition: string): Fact =>
        sum({
          ...{ value: of(from, to), unit, n: 2, definition, basis: basisOn(to.on) },
          variants: [{ label: otherReading, value: of(before, after) }],
        });
      const span = `the published counts of ${from.on} and ${to.on}`;
      return [
        [
          `monthly-${year}`,
          rate(
            (a, b) => Math.round(perMonth(a, b)),
            "datasets",
            `Robotics datasets added in a mean month between ${span}.`,
          ),
        ],
        [
          `doubling-${year}`,
          rate(
            doubling,
            "months",
            `Months in which robotics datasets would double, had they grown steadily between ${span}.`,
          ),
        ],
      ];
    }),
  );
}

/** Numbers of other publications beside those rates: a share of new datasets, all datasets, the next category. */
function fitFacts(registry: Registry): Facts {
  const [, end] = points(registry);
  const [january, august] = [quoted(registry, "SUM-04"), quoted(registry, "SUM-05")];
  const monthly = (august.value - january.value) / monthsBetween(january.on, august.on);
  const share = quoted(registry, "MPU-03");
  const all = quoted(registry, "S26-04");
  return {
    "all-monthly": sum({
      ...{ value: Math.round(monthly), unit: "datasets", n: 2, basis: basisOn(august.on) },
      definition: `Datasets of any kind added in a mean month between the published totals of ${january.on} and ${august.on}.`,
    }),
    "monthly-september": sum({
      ...{ value: Math.round(share.value * monthly), unit: "datasets", n: 3, basis: basisOn(share.on) },
      definition:
        "The published share of new datasets of September 2026 that are robotics, times the datasets that published totals add in a mean month of that year.",
    }),
    "published-part": {
      ...sum({
        ...{ value: end.datasets / all.value, unit: "share", n: 2, basis: basisOn(end.on) },
        definition:
          "Published robotics datasets at the end of 2025 over all datasets, which were published as more than that: the share is at most this.",
      }),
      of: all.value,
    },
    "next-times": ratio({
      ...{ numerator: end.datasets, denominator: quoted(registry, "S26-35").value, n: 2, basis: basisOn(end.on) },
      definition:
        "Published robotics datasets of 2025 over the published number for text generation, the next category.",
    }),
  };
}
