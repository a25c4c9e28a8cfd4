import type { Evidence } from "#kit/define.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { type Step, sharedGains } from "./gains.ts";
import { type Counted, firstBy } from "./leaders.ts";
import type { Listing } from "./listings.ts";
import { type Measure, sharedAt, told } from "./overlap.ts";
import type { Group } from "./per-like.ts";
import type { gainers } from "./tables.ts";

const deepest = 100;
const allDepths = Array.from({ length: deepest }, (_, i) => i + 1);

/** What the most liked and the most downloaded share at every depth, in every listing, beside a published number. */
export function depthFrame(listings: readonly Listing[], { published }: Reference) {
  if (listings.length < 2) return null;
  const quoted = published.find(({ id }) => id === "SUM-11");
  const theirs =
    quoted === undefined
      ? []
      : [
          {
            population: "Summer report",
            origin: "published",
            depth: told,
            shared: quoted.value,
            part: quoted.value / told,
          },
        ];
  const ours = listings.flatMap((one) =>
    curve(one, "like", "download").map((row) => ({ population: one.label as string, origin: "computed", ...row })),
  );
  return [...ours, ...theirs];
}

function curve({ first }: Listing, a: Measure, b: Measure) {
  return allDepths.flatMap((depth) => {
    const found = sharedAt(first, a, b, depth);
    return found === null ? [] : [{ depth, shared: found.shared, part: found.shared / depth }];
  });
}

const threePairs = [
  ["Likes and discussions", "like", "discussion"],
  ["Likes and downloads", "like", "download"],
  ["Downloads and discussions", "download", "discussion"],
] as const;

/** What each two of three measures share at every depth; nothing to draw where discussions are not counted. */
export function measureFrame(lead: Listing) {
  const rows = threePairs.flatMap(([pair, a, b]) => curve(lead, a, b).map((row) => ({ pair: pair as string, ...row })));
  return new Set(rows.map(({ pair }) => pair)).size < threePairs.length ? null : rows;
}

/** The first ten by likes and the first ten by downloads, with their places by the other. */
export function leaderFrame(leaders: readonly Counted[]) {
  const of = (list: string, by: "like_rank" | "download_rank") =>
    firstBy(leaders, by, 10).map(({ repo, owner, like_rank, download_rank, likes, downloads_30d }) => ({
      ...{ list, repo, owner, like_rank, download_rank, likes, downloads_30d },
    }));
  return [...of("Most liked", "like_rank"), ...of("Most downloaded", "download_rank")];
}

/** Classes of the picture: 0, then 1 to 1.9, 2 to 4.9 and 5 to 9.9 of each power of ten. */
function coarse(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** (String(value).length - 1);
  const digit = value / power;
  return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/** All models of the listing by likes and downloads, in coarse classes. */
export function cloudFrame({ classes }: Listing) {
  const found = new Map<string, { likes: number; downloads_30d: number; models: number }>();
  for (const { pair, x, y, models } of classes) {
    if (pair !== "likes-downloads") continue;
    const [likes, downloads_30d] = [coarse(x), coarse(y)];
    const key = `${likes} ${downloads_30d}`;
    const cell = found.get(key) ?? { likes, downloads_30d, models: 0 };
    found.set(key, { ...cell, models: cell.models + models });
  }
  return [...found.values()].sort((a, b) => a.likes - b.likes || a.downloads_30d - b.downloads_30d);
}

/** Medians and quartiles of downloads for each like by age and size, where a list knows them, and by kind of owner. */
export function ratioFrame(groups: readonly Group[], listings: readonly Listing[]) {
  const shown = groups.filter(({ by }) => by === "age" || by === "size" || by === "kind" || by === "all");
  return listings.flatMap(({ part, label: population }) =>
    shown
      .filter((group) => group.part === part)
      .map(({ by, group, liked, unliked, lower, median, upper }) => ({
        ...{ population: population as string, by, group, liked, unliked, lower, median, upper },
      })),
  );
}

type GainerEvidence = Evidence<typeof gainers>;

/** Who gained most likes and who most downloads between neighbouring listings; nothing to draw of one listing. */
export function gainerFrame({ rows }: GainerEvidence, steps: readonly Step[]) {
  const found = steps.flatMap((step) => {
    const own = rows.filter(({ observed_on }) => observed_on === step.day);
    const [liked, used] = [own.find(({ like_rank }) => like_rank === 1), own.find(({ gain_rank }) => gain_rank === 1)];
    const both = sharedGains(step.matched, "download", told);
    if (liked === undefined || used === undefined || both === null) return [];
    return [
      {
        ...{ day_before: step.before, observed_on: step.day },
        ...{ liked: liked.repo, likes_gained: liked.likes_gained ?? 0, liked_downloads: liked.downloads_gained ?? 0 },
        ...{ used: used.repo, used_likes: used.likes_gained ?? 0, downloads_gained: used.downloads_gained ?? 0 },
        shared: both.shared,
      },
    ];
  });
  return found.length === 0 ? null : found;
}
