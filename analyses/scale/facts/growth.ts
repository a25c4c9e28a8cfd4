import type { Basis } from "#kit/coverage.ts";
import { change, count, type Fact, ratio, sum, type Variant } from "#kit/facts.ts";
import type { Listed } from "../listed.ts";
import { basisOf } from "../population.ts";
import { bareIsOlder } from "../scenarios.ts";
import { leastStart, rangeOf, type Window, windowsOf } from "../windows.ts";
import { plural } from "../wording.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Months of the windows over which growth is told. */
export const windowMonths = 12;

/** Months of the one published window that is shorter than a year. */
const partMonths = 7;

/** Growth up to which a window counts as one in which a total roughly doubled; the upper edge of the word. */
export const roughlyTwice = 2.1;

/** How many times over every window of a year, for every other way to count too; none where the series is too short. */
export function growthFacts(listed: Listed, whole: Basis): Facts {
  const { kind, series, headline, scenarios } = listed;
  const windows = windowsOf(series, windowMonths, headline.least);
  const last = windows.at(-1);
  if (last === undefined) return {};
  const name = plural[kind];
  const basis = basisOf(whole, kind, series);
  const others = scenarios
    .map((one) => ({ label: one.label, windows: windowsOf(one.series, windowMonths, one.least) }))
    .filter((one) => one.windows.length > 0);
  const variants = (of: (windows: readonly Window[]) => number): Variant[] =>
    others.map((one) => ({ label: one.label, value: of(one.windows) }));
  const every = `${name} at the end of a month over those ${windowMonths} months before, over every such window that begins with ${leastStart} or more`;
  const fact = (which: "least" | "median" | "largest"): Fact => {
    const value = (own: readonly Window[]): number => rangeOf(own)[which];
    const definition = `Growth of what the newest listing still has: the ${which} of ${every}.`;
    return sum({
      value: value(windows),
      unit: "times",
      n: windows.length,
      variants: variants(value),
      definition,
      basis,
    });
  };
  const end = (own: readonly Window[]): number => own.at(-1)?.times ?? Number.NaN;
  const total = (ends: string): number => series.months.find((month) => month.ends === ends)?.total ?? Number.NaN;
  const slow = windows.filter(({ times }) => times <= roughlyTwice).length;
  return {
    [`${name}-growth-least`]: fact("least"),
    [`${name}-growth-median`]: fact("median"),
    [`${name}-growth-largest`]: fact("largest"),
    [`${name}-growth-last`]: ratio({
      ...{
        numerator: total(last.to),
        denominator: total(last.from),
        n: total(last.to),
        variants: variants(end),
        basis,
      },
      definition: `Listed ${name} created by ${last.to} over those created by ${last.from}.`,
    }),
    [`${name}-year`]: count({
      ...{ value: total(last.to) - total(last.from), unit: name, basis },
      definition: `Listed ${name} created after ${last.from} and by ${last.to}.`,
    }),
    ...partOf(listed, basis),
    ...others
      .filter(({ label }) => label === bareIsOlder)
      .reduce<Facts>(
        (_, own) => ({
          [`${name}-growth-largest-older`]: sum({
            ...{ value: rangeOf(own.windows).largest, unit: "times", n: own.windows.length, basis },
            definition: `The largest of ${every}, with ${own.label}.`,
          }),
        }),
        {},
      ),
    [`${name}-windows`]: count({
      ...{ value: windows.length, unit: "windows", basis },
      definition: `Windows of ${windowMonths} months that begin with ${leastStart} or more ${name}.`,
    }),
    [`${name}-windows-doubling`]: count({
      ...{ value: slow, unit: "windows", n: windows.length, basis },
      variants: variants((own) => own.filter(({ times }) => times <= roughlyTwice).length),
      definition: `Of these windows, those over which the total grew no more than ${roughlyTwice} times.`,
    }),
  };
}

/** Growth over the last months of a window that is shorter than a year. */
function partOf({ kind, series }: Listed, basis: Basis): Facts {
  const [from, to] = [series.months.at(-1 - partMonths), series.months.at(-1)];
  if (from === undefined || to === undefined || from.total === 0) return {};
  const definition = `Listed ${plural[kind]} created by ${to.ends} beyond those created by ${from.ends}.`;
  return {
    [`${plural[kind]}-growth-part`]: change({ from: from.total, to: to.total, n: to.total, definition, basis }),
  };
}
