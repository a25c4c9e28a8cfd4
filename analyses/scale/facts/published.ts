import { count, date, type Fact, ratio, sum } from "#kit/facts.ts";
import { scaled } from "#kit/published.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { daysApart, daysPerMonth } from "../months.ts";
import { publishedBasis } from "../population.ts";
import { knows, type PublishedTotal, publishedFigure } from "../published.ts";
import { lastFacts, spanFacts } from "./spans.ts";

type Facts = Readonly<Record<string, Fact>>;
type Registry = Pick<Reference, "published">;

const at = (totals: readonly PublishedTotal[], id: string): PublishedTotal => {
  const found = totals.find((total) => total.id === id);
  if (found === undefined) throw new Error(`no published total "${id}"`);
  return found;
};

/**
 * What published totals say of growth, of the turn of the year on which two of them differ, of a study's models and of
 * users; without what rests on figures of days that the edition does not know.
 */
export function publishedFacts(totals: readonly PublishedTotal[], reference: Registry): Facts {
  return {
    ...spanFacts(totals),
    ...lastFacts(totals),
    ...(knows(reference, "FIO-03", "FIO-04", "S26-03") ? yearFacts(totals, reference) : {}),
    ...(knows(reference, "S26-03", "SUM-01", "FIO-05") ? turnFacts(totals) : {}),
    ...(knows(reference, "ECO-01", "MID-01") ? historyFacts(reference) : {}),
    ...(knows(reference, "S26-01", "S26-01b", "S26-06") ? userFacts(reference) : {}),
  };
}

/** The models that a study covers, over the published models of about its last day. */
function historyFacts(reference: Registry): Facts {
  const [study, all] = ["ECO-01", "MID-01"].map((id) => publishedFigure(reference, id));
  if (study === undefined || all === undefined) return {};
  const [part, whole] = [scaled(study), scaled(all)];
  return {
    "history-part": sum({
      ...{ value: part / whole, unit: "share", n: 2, basis: publishedBasis(study.window_end ?? "") },
      definition:
        "Models with a download history that a study covers to August 2025, over the models published for July 2025: two counts by two sources.",
    }),
  };
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
  const newest = totals.filter(({ kind }) => kind === "model").at(-1);
  if (newest === undefined) return {};
  const { on, total, dated } = newest;
  const basis = publishedBasis(on);
  return {
    "published-newest": count({
      value: total,
      unit: "models",
      n: 1,
      basis,
      definition: `Models that others published for ${dated ? on : `the month that ends on ${on}`}: published, not computed.`,
    }),
    "published-newest-day": date({
      value: on,
      n: 1,
      basis,
      definition: "Day of the newest published total of models.",
    }),
  };
}
