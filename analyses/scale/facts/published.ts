import type { Basis } from "#kit/coverage.ts";
import { count, date, type Fact, ratio, sum } from "#kit/facts.ts";
import { scaled } from "#kit/published.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { daysApart, daysPerMonth } from "../months.ts";
import { earliest, type PublishedTotal, publishedFigure, spansOf } from "../published.ts";

type Facts = Readonly<Record<string, Fact>>;
type Registry = Pick<Reference, "published">;

/** What published numbers stand on: no evidence of this chapter. */
export function publishedBasis(asOf: string): Basis {
  return { population: "totals that others published", complete: false, asOf, tables: [], sources: [] };
}

const at = (totals: readonly PublishedTotal[], id: string): PublishedTotal => {
  const found = totals.find((total) => total.id === id);
  if (found === undefined) throw new Error(`no published total "${id}"`);
  return found;
};

/** What published totals say of growth, of the turn of the year on which two of them differ, and of users. */
export function publishedFacts(totals: readonly PublishedTotal[], reference: Registry): Facts {
  return { ...spanFacts(totals), ...yearFacts(totals, reference), ...turnFacts(totals), ...userFacts(reference) };
}

/** Doubling time between neighbouring totals, by the year of the later one. */
function spanFacts(totals: readonly PublishedTotal[]): Facts {
  const others = [
    {
      label: "with the total of the Summer report",
      spans: spansOf(totals, ["FIO-01", "FIO-02", "FIO-03", "SUM-01", "FIO-05"]),
    },
    { label: "with totals of a month dated to its first day", spans: spansOf(earliest(totals)) },
  ];
  return Object.fromEntries(
    spansOf(totals).map(({ from, to, doubling }, i) => {
      const variants = others
        .map(({ label, spans }) => ({ label, value: spans[i]?.doubling ?? Number.NaN }))
        .filter(({ value }) => value !== doubling);
      const definition = `Months in which models would double, had they grown steadily from the published total of ${from.on} to that of ${to.on}.`;
      const basis = publishedBasis(to.on);
      const fact = sum({ value: doubling, unit: "months", n: 2, variants, definition, basis });
      return [`published-doubling-${to.on.slice(0, 4)}`, fact];
    }),
  );
}

/** Growth over 2025: the published end over the start that is assumed, and over the start that lies on a steady path. */
function yearFacts(totals: readonly PublishedTotal[], reference: Registry): Facts {
  const [milestone, end] = [at(totals, "FIO-03"), at(totals, "S26-03")];
  const basis = publishedBasis(end.on);
  const assumed = end.total - scaled(publishedFigure(reference, "FIO-04"));
  const part = daysApart(milestone.on, "2024-12-31") / daysApart(milestone.on, end.on);
  const steady = milestone.total * (end.total / milestone.total) ** part;
  const models = (value: number, definition: string): Fact =>
    count({ value: Math.round(value), unit: "models", n: 1, definition, basis });
  return {
    "published-start": models(
      assumed,
      "Models at the end of 2024 as one publication assumes them: its total of 2025 less what it says was added.",
    ),
    "published-end": models(end.total, "Models at the end of 2025, published, not computed."),
    "published-year": ratio({
      ...{ numerator: end.total, denominator: assumed, n: 2, basis },
      variants: [{ label: "from a start on a steady path between two published totals", value: end.total / steady }],
      definition: "Published models at the end of 2025 over those that one publication assumes for the end of 2024.",
    }),
  };
}

/** The two totals around the turn of 2025 to 2026, and how many months of growth lie between them. */
function turnFacts(totals: readonly PublishedTotal[]): Facts {
  const [spring, summer, later] = [at(totals, "S26-03"), at(totals, "SUM-01"), at(totals, "FIO-05")];
  const basis = publishedBasis(summer.on);
  const monthly = (later.total - spring.total) / (daysApart(spring.on, later.on) / daysPerMonth);
  const gap = summer.total - spring.total;
  return {
    "turn-gap": count({
      value: Math.round(gap),
      unit: "models",
      n: 2,
      basis,
      definition:
        "Models that the Summer report gives for January 2026, rounded, less those of the Spring report for the end of 2025.",
    }),
    "turn-monthly": sum({
      value: Math.round(monthly),
      unit: "models",
      n: 2,
      basis: publishedBasis(later.on),
      definition: `Models added in a mean month between the published totals of ${spring.on} and ${later.on}.`,
    }),
    "turn-months": sum({
      value: gap / monthly,
      unit: "months",
      n: 3,
      basis,
      definition: "Months of that growth that lie between the two totals.",
    }),
  };
}

/** Users, as published: both numbers of 2025, and each over the one number of 2024. */
function userFacts(reference: Registry): Facts {
  const users = (id: string): number => scaled(publishedFigure(reference, id));
  const basis = publishedBasis("2025-12-31");
  const times = (id: string): Fact =>
    ratio({
      numerator: users(id),
      denominator: users("S26-06"),
      n: 2,
      basis,
      definition:
        "Users as the Spring report gives them, over those that one summary table gives for 2024: published, not computed.",
    });
  return { "users-later": times("S26-01"), "users-first": times("S26-01b") };
}

/** The newest published total of models. */
export function newestPublished(totals: readonly PublishedTotal[]): Facts {
  const { on, total } = at(totals, "FIO-06");
  const basis = publishedBasis(on);
  return {
    "published-newest": count({
      value: total,
      unit: "models",
      n: 1,
      basis,
      definition: `Models on the page counter of ${on}, published, not computed.`,
    }),
    "published-newest-day": date({
      value: on,
      n: 1,
      basis,
      definition: "Day of the newest published total of models.",
    }),
  };
}
