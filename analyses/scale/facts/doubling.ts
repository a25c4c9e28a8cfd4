import { type Basis, narrow } from "#kit/coverage.ts";
import { count, type Fact, sum } from "#kit/facts.ts";
import { scaled } from "#kit/published.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { everyFit, fitMonths, lastFit, otherFits } from "../doubling.ts";
import type { Listed } from "../listed.ts";
import { daysApart, daysPerMonth } from "../months.ts";
import { basisOf } from "../population.ts";
import { publishedFigure } from "../published.ts";
import { plural } from "../wording.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The doubling time of the last year by a fit, that of every other year, and the ways in which it could be fitted. */
export function doublingFacts({ kind, series, headline, scenarios }: Listed, whole: Basis): Facts {
  const found = lastFit(headline);
  if (found === null) return {};
  const name = plural[kind];
  const basis = basisOf(whole, kind, series);
  const all = everyFit(headline).map(({ fit }) => fit.doubling);
  const model = `a model, ${found.fit.model} to the totals at the ends of months`;
  const months = (value: number, definition: string, rest: Partial<Pick<Fact, "variants" | "bounds">> = {}): Fact => ({
    ...sum({ value, unit: "months", n: found.fit.n, definition, basis }),
    ...rest,
  });
  return {
    [`${name}-doubling`]: months(
      found.fit.doubling,
      `Doubling time of listed ${name} from ${found.from} to ${found.to}: ${model}.`,
      { variants: otherFits(headline, scenarios) },
    ),
    ...(found.fit.doublingInterval === null
      ? {}
      : {
          [`${name}-doubling-lower`]: months(
            found.fit.doublingInterval.lower,
            `Lower end of the confidence interval of that doubling time of ${name}, which takes deviations as independent.`,
          ),
          [`${name}-doubling-upper`]: months(
            found.fit.doublingInterval.upper,
            `Upper end of the confidence interval of that doubling time of ${name}, which takes deviations as independent.`,
          ),
        }),
    [`${name}-doubling-least`]: months(
      Math.min(...all),
      `Shortest doubling time of ${name} among fits to every window of ${fitMonths} months.`,
    ),
    [`${name}-doubling-most`]: months(
      Math.max(...all),
      `Longest doubling time of ${name} among fits to every window of ${fitMonths} months.`,
    ),
    [`${name}-fits`]: count({
      value: all.length,
      unit: "windows",
      definition: `Windows of ${fitMonths} months of ${name} that were fitted.`,
      basis,
    }),
  };
}

/** Farthest that a fit is carried beyond its listing, in days. */
const farthest = 92;

/** The listed models carried on at the fitted rate to the next archived page counter; none where none is near. */
export function extendedFacts(
  { kind, series, headline, scenarios, totals }: Listed,
  reference: Pick<Reference, "published">,
  whole: Basis,
): Facts {
  const counter = publishedFigure(reference, "FIO-01");
  const days = daysApart(series.day, counter.window_end ?? series.day);
  const found = lastFit(headline);
  if (kind !== "model" || found === null || days <= 0 || days > farthest) return {};
  const basis = narrow(basisOf(whole, kind, series), {
    population: `a projection of the models listed on ${series.day}`,
  });
  const on = (doubling: number): number => totals.repositories * 2 ** (days / daysPerMonth / doubling);
  const value = Math.round(on(found.fit.doubling));
  const fits = otherFits(headline, scenarios).filter(({ label }) => label.startsWith("fitted"));
  const variants = fits.map((one) => ({ label: one.label, value: Math.round(on(one.value)) }));
  const definition = `Models listed on ${series.day} carried on at the fitted rate to ${counter.window_end}: a model, not a count.`;
  return {
    "models-extended": sum({ value, unit: "models", n: found.fit.n, variants, definition, basis }),
    "counter-2022": sum({
      value: scaled(counter),
      unit: "models",
      n: 1,
      definition: `Published, not computed: ${counter.statement}, ${counter.source_title}.`,
      basis: narrow(basis, { population: "totals that others published" }),
    }),
  };
}
