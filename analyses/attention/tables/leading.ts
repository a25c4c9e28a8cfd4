import type { HubStanding } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, type EvidenceSchema, optional } from "#loaders/schema/evidence.ts";
import { crawled, newest, onHub, onLists } from "./listed.ts";
import { placed } from "./ranks.ts";
import { crawls, hub, lists } from "./standings.ts";

/** Models of each measure that are named. */
const named = 25;

const sql = (listed: string): string => `
  SELECT part, observed_on, repo, owner, like_rank, download_rank, discussion_rank, likes, downloads_30d, discussions
  FROM (${placed(newest(listed))})
  WHERE part <> 'osir-lmts-panel' AND like_rank IS NOT NULL
    AND (like_rank <= ${named} OR coalesce(download_rank <= ${named} OR discussion_rank <= ${named}, false))
`;

const leading = (name: string, standing: HubStanding, listed: string) =>
  defineEvidence({
    name,
    doc: `One of the ${named} models with most likes, downloads or discussions of a part on its last day.`,
    key: ["part", "observed_on", "repo"],
    ...standing,
    columns: {
      part: text("Id of the source."),
      observed_on: date("Day of the listing."),
      repo: text("Repository."),
      owner: text("Namespace."),
      like_rank: int("Place by likes among all models of the part, equal ones in the order of their names.", "rank"),
      download_rank: nullable(int("Place by downloads in the 30 days before the day.", "rank")),
      discussion_rank: nullable(int("Place by discussions; null where they are not counted.", "rank")),
      likes: int("Likes.", "likes"),
      downloads_30d: nullable(int("Downloads in the 30 days before the day.", "downloads")),
      discussions: nullable(int("Discussions and pull requests.", "discussions")),
    },
    sql: sql(listed),
  });

/** Who stands first on the last crawl, or in the newest snapshot of the complete Hub. */
export const crawlLeading: EvidenceSchema<ReturnType<typeof leading>["columns"]> = {
  ...leading("crawl-leading", crawls, crawled),
  wider: [{ ...hub, sql: sql(onHub) }],
};

/** Who stands first on the two lists. */
export const listLeading = optional(leading("list-leading", lists, onLists));
