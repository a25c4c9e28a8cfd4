import { type Basis, narrow } from "#kit/coverage.ts";
import { type Fact, ratio, type Variant } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { chain, matchedSteps, type Step } from "../growth.ts";
import { largestOn, leaveOut, type ModelRow, type OwnerRow } from "../leave-out.ts";
import { byRegistry } from "../placing.ts";
import type { Series } from "../series.ts";
import { at } from "../shares.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Index of the first day of a chain. */
const base = 100;

const names = { CN: "Chinese", US: "American" } as const;

/** Growth over namespaces common to neighbouring crawls, chained from the panel's first crawl, from the one before, and without its largest model. */
export function growthFacts(
  rows: readonly OwnerRow[],
  models: readonly ModelRow[],
  series: Series,
  reference: Reference,
  basis: Basis,
): Facts {
  const steps = matchedSteps(rows, byRegistry(reference), reference);
  const { crawl, crawls, compared, complete } = series.words;
  const { repo } = largestOn(models, series.first);
  const without = matchedSteps(leaveOut(rows, models, repo), byRegistry(reference), reference);
  const before = steps.findLast((step) => step.to === series.first)?.from;
  const starts = [...new Set(steps.map((step) => step.from))].filter(
    (start) => start !== series.first && start <= (series.days[1] ?? ""),
  );
  const other = (place: string): Variant[] => [
    {
      label: complete ? "namespaces that join or leave counted too" : "the fixed panel alone",
      value: panelRatio(series, place),
    },
    { label: `${repo} left out`, value: grown(without, place, series.first) },
    ...starts.map((start) => ({ label: `chained from ${start}`, value: grown(steps, place, start) })),
  ];
  const fact = (own: readonly Step[], place: keyof typeof names, start: string, variants: Variant[]): Fact =>
    ratio({
      numerator: grown(own, place, start) * base,
      denominator: base,
      n: own.findLast((step) => step.place === place)?.owners ?? Number.NaN,
      variants,
      definition: `Chained growth of ${names[place]} downloads from the ${crawl} of ${start} to that of ${series.last}${own === without ? ` without ${repo}` : ""}, each step over ${compared} on both ${crawls}; n counts those of the last step.`,
      basis,
    });
  return {
    "cn-growth": fact(steps, "CN", series.first, other("CN")),
    "us-growth": fact(steps, "US", series.first, other("US")),
    "us-growth-without": fact(without, "US", series.first, []),
    ...(before === undefined
      ? {}
      : { "cn-growth-early": fact(steps, "CN", before, []), "cn-step-before": stepBefore(steps, series, basis) }),
  };
}

function grown(steps: readonly Step[], place: string, start: string): number {
  return (chain(steps, place, start).at(-1)?.index ?? Number.NaN) / base;
}

function panelRatio({ panel, first, last }: Series, place: string): number {
  return at(panel, last, place).downloads / at(panel, first, place).downloads;
}

/** What happened to Chinese downloads in the step that ends on the panel's first crawl. */
function stepBefore(steps: readonly Step[], { first }: Series, basis: Basis): Fact {
  const step = steps.find((one) => one.place === "CN" && one.to === first);
  return ratio({
    numerator: step?.after ?? Number.NaN,
    denominator: step?.before ?? Number.NaN,
    n: step?.owners ?? Number.NaN,
    definition: `Chinese downloads on the crawl of ${first} over those on the crawl of ${step?.from}, over namespaces on both.`,
    basis: narrow(basis, { asOf: first }),
  });
}
