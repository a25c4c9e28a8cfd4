import { count, type Fact, sum } from "#kit/facts.ts";
import { jointSpearman } from "#kit/stats/joint.ts";
import type { Listing } from "../listings.ts";
import { depths, type Measure, ranked, sharedAt } from "../overlap.ts";
import { cells } from "./correlation.ts";
import { sharedFact } from "./overlap.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Pairs with the third measure. */
export const pairs = {
  "likes-discussions": ["like", "discussion"],
  "downloads-discussions": ["download", "discussion"],
} as const satisfies Readonly<Record<string, readonly [Measure, Measure]>>;

/** What the most discussed share with the most liked and with the most downloaded; nothing where they are not counted. */
export function discussionFacts(one: Listing): Facts {
  if (ranked(one.first, ["discussion"]).length === 0) return {};
  const found = Object.entries(pairs).flatMap(([name, [a, b]]) => [
    ...depths.flatMap((k): [string, Fact][] => {
      const shared = sharedAt(one.first, a, b, k);
      return shared === null ? [] : [[`${name}-${k}`, sharedFact(one, shared, [a, b], k)]];
    }),
    ...correlation(one, name),
  ]);
  return { ...Object.fromEntries(found), "liked-silent": silent(one) };
}

function correlation(one: Listing, pair: string): [string, Fact][] {
  const rows = one.classes.filter((row) => row.pair === pair);
  if (rows.length === 0) return [];
  const n = rows.reduce((all, { models }) => all + models, 0);
  const [x, y] = pair.split("-");
  const definition = `Spearman's rank correlation of ${x} and ${y} of all models, each rounded down to its first digit.`;
  return [
    [`${pair}-spearman`, sum({ value: jointSpearman(cells(rows)), unit: "index", n, definition, basis: one.basis })],
  ];
}

/** Much liked models whose page shows no discussion: some owners close them. */
function silent({ first, basis }: Listing): Fact {
  const liked = first.filter(({ like_rank }) => like_rank <= 100);
  return count({
    ...{ value: liked.filter(({ discussions }) => discussions === 0).length, unit: "models", n: liked.length, basis },
    definition: "Models without a discussion among the 100 with most likes; owners may close discussions.",
  });
}
