import { median } from "d3";
import type { Evidence } from "#kit/define.ts";
import { count, type Fact, sum } from "#kit/facts.ts";
import { renewals } from "../renewal.ts";
import type { releaseGaps } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Whether older models do better in gaps in which their namespace releases others. */
export function renewalFacts({ rows, basis }: Evidence<typeof releaseGaps>): Facts {
  const found = renewals(rows);
  if (found.length === 0) return {};
  const large = renewals(rows, (row) => row.large_releases > 0);
  const n = found.length;
  const definition =
    "Median namespace, of those with gaps between crawls of both kinds, by the change of its older models' 30-day downloads in gaps with a release against gaps without one, each change held against the median namespace of the gap.";
  const middle = (some: typeof found): number => median(some, ({ difference }) => difference) ?? Number.NaN;
  return {
    "renewal-namespaces": count({
      ...{ value: n, unit: "namespaces", basis },
      definition: "Namespaces with gaps between crawls in which they release a model, and gaps in which they do not.",
    }),
    "renewal-better": count({
      ...{ value: found.filter(({ difference }) => difference > 0).length, unit: "namespaces", n, basis },
      definition: "Of these, those whose older models do better in gaps with a release than in gaps without one.",
    }),
    "renewal-median": {
      ...sum({ value: middle(found), unit: "percent-more", n, definition, basis }),
      variants:
        large.length > 0 ? [{ label: "releases with 1,000 downloads or more alone", value: middle(large) }] : [],
    },
  };
}
