import { count, type Fact, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import { type Counted, firstBy } from "../leaders.ts";
import { idOf, type Listing } from "../listings.ts";
import { told as depth } from "../overlap.ts";
import { sizeOf } from "./overlap.ts";

type Facts = Readonly<Record<string, Fact>>;

/** A model whose place by likes others published. */
const reported = "deepseek-ai/deepseek-r1";

/** Where the first by one measure stand by the other, and the extremes of each list. */
export function leaderFacts(one: Listing, leaders: readonly Counted[]): Facts {
  const [liked, used] = [firstBy(leaders, "like_rank", depth), firstBy(leaders, "download_rank", depth)];
  const [most, top] = [liked[0], used[0]];
  if (most === undefined || top === undefined) return {};
  const lost = extreme(liked, ({ downloads_30d }) => downloads_30d);
  const quiet = extreme(used, ({ likes }) => likes);
  const quoted = leaders.find(({ repo }) => repo.toLowerCase() === reported);
  return {
    ...Object.assign({}, ...Object.entries({ "most-liked": most, "most-used": top }).map(about(one))),
    ...about(one)(["least-used", lost]),
    ...about(one)(["least-liked", quiet]),
    ...(quoted === undefined ? {} : about(one)(["reported", quoted])),
    ...centuryFacts(one),
  };
}

function extreme(rows: readonly Counted[], of: (row: Counted) => number): Counted {
  return rows.reduce((a, b) => (of(b) < of(a) ? b : a));
}

const whose: Readonly<Record<string, string>> = {
  "most-liked": "the model with most likes",
  "most-used": "the model with most downloads",
  "least-used": `the model with fewest downloads among the ${depth} with most likes`,
  "least-liked": `the model with fewest likes among the ${depth} with most downloads`,
  reported: "a model that reports name",
};

function about(one: Listing): (entry: readonly [string, Counted]) => Facts {
  return ([name, row]) => {
    const of = (what: string, value: number, unit: Unit): Fact =>
      sum({ value, unit, n: sizeOf(one), definition: `${what} of ${whose[name]}, ${row.repo}.`, basis: one.basis });
    return {
      [idOf(one, `${name}-likes`)]: of("Likes", row.likes, "likes"),
      [idOf(one, `${name}-downloads`)]: of(
        "Downloads in the 30 days before the listing",
        row.downloads_30d,
        "downloads",
      ),
      [idOf(one, `${name}-like-rank`)]: of("Place by likes among all models", row.like_rank, "rank"),
      [idOf(one, `${name}-download-rank`)]: of("Place by downloads among all models", row.download_rank, "rank"),
    };
  };
}

/** Models of the download list by year of creation, where the listing knows it of all of them. */
function centuryFacts(one: Listing): Facts {
  const rows = one.first.filter((row) => row.download_rank !== null && row.download_rank <= depth);
  if (rows.length < depth || rows.some(({ year }) => year === null)) return {};
  const { basis } = one;
  const of = (year: number): Fact =>
    count({
      ...{ value: rows.filter((row) => row.year === year).length, unit: "models", n: depth, basis },
      definition: `Models among the ${depth} with most downloads in the 30 days before the listing that were created in ${year}, or earlier where that is the year of the Hub's oldest dates.`,
    });
  return { [idOf(one, "used-from-2022")]: of(2022), [idOf(one, "used-from-2026")]: of(2026) };
}
