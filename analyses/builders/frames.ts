import type { Recommendation, Tested } from "#kit/recommendations.ts";
import type { Family } from "./families.ts";

/** Words for what the build finds. */
const words = { holds: "stands", withdrawn: "withdrawn", untold: "cannot be told" } as const;

/** Each recommendation with its weakest condition: how many times what is needed the facts are; those that stand first. */
export function ruleFrame(all: readonly Recommendation[]) {
  const rows = all.map(({ id, standing, tested }) => {
    const weakest = weakestOf(tested)?.margin ?? null;
    return {
      recommendation: id.replaceAll("-", " "),
      standing: words[standing],
      margin: finite(weakest?.value),
      lower: finite(weakest?.lower),
      upper: finite(weakest?.upper),
    };
  });
  const order = ({ lower, standing }: (typeof rows)[number]): number =>
    lower ?? (standing === words.holds ? Number.MAX_VALUE : -1);
  return rows.sort((a, b) => order(b) - order(a) || (a.recommendation < b.recommendation ? -1 : 1));
}

function weakestOf(tested: readonly Tested[]): Tested | undefined {
  return [...tested].sort((a, b) => (a.margin?.lower ?? -1) - (b.margin?.lower ?? -1))[0];
}

function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}

/** The sizes of each family that has any known, largest median first. */
export function sizeFrame(all: readonly Family[]) {
  const rows = all.flatMap(
    ({ family, parameters_least: least, parameters_median: median, parameters_most: most, permissive }) =>
      least === null || median === null || most === null
        ? []
        : [{ family, least, median, most, permissive: permissive ?? 0 }],
  );
  return rows.sort((a, b) => b.median - a.median || (a.family < b.family ? -1 : 1));
}
