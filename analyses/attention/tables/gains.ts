import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { crawls, hub } from "./standings.ts";

const depth = 60;

const crawl = `
  SELECT observed_on, repo, coalesce(r.new, m.owner) AS space, lower(coalesce(r.new, m.owner) || '/' || name) AS id,
    likes, downloads_30d, discussions
  FROM models m LEFT JOIN renames r ON r.platform = m.platform AND r.old = m.owner
  WHERE m.source = 'osir-lmts' AND m.platform = 'huggingface'`;

/** Models of each snapshot, with what joins it to the one before and to the next: the Hub's identity if both have it, else the name. */
const snapshots = `
  SELECT m.observed_on, m.repo, 'hub' AS space, m.likes, m.downloads_30d, m.discussions,
    CASE WHEN k.by_id THEN m.hub_id ELSE m.repo_key END AS id,
    CASE WHEN k.next_by_id THEN m.hub_id ELSE m.repo_key END AS next_id
  FROM models m JOIN (
    SELECT observed_on, ids AND lag(ids) OVER days AS by_id, ids AND lead(ids) OVER days AS next_by_id
    FROM (SELECT observed_on, count(hub_id) > 0 AS ids FROM models WHERE source = 'hub' GROUP BY observed_on)
    WINDOW days AS (ORDER BY observed_on)
  ) k ON k.observed_on = m.observed_on
  WHERE m.source = 'hub'`;

/** SQL for models of neighbouring days with what they gained; those of namespaces that both days list. */
const gained = (listed: string, earlier: "id" | "next_id" = "id"): string => `
  WITH listed AS (${listed}),
  steps AS (
    SELECT observed_on AS day_before, lead(observed_on) OVER (ORDER BY observed_on) AS observed_on
    FROM (SELECT DISTINCT observed_on FROM listed)
  ),
  spaces AS (SELECT DISTINCT observed_on AS day_before, space FROM listed),
  gained AS (
    SELECT s.day_before, b.observed_on, b.repo, a.id IS NOT NULL AS on_both,
      b.likes - coalesce(a.likes, 0) AS likes_gained, b.downloads_30d,
      b.downloads_30d - coalesce(a.downloads_30d, 0) AS downloads_gained,
      b.discussions - coalesce(a.discussions, 0) AS discussions_gained
    FROM steps s
    JOIN listed b USING (observed_on)
    JOIN spaces p ON p.day_before = s.day_before AND p.space = b.space
    LEFT JOIN listed a ON a.observed_on = s.day_before AND a.${earlier} = b.id
  ),
  scoped AS (
    SELECT *, true AS matched FROM gained WHERE on_both
    UNION ALL SELECT *, false AS matched FROM gained
  ),
  ranked AS (
    SELECT *,
      row_number() OVER (w ORDER BY likes_gained DESC NULLS LAST, repo) AS like_rank,
      row_number() OVER (w ORDER BY downloads_30d DESC NULLS LAST, repo) AS download_rank,
      row_number() OVER (w ORDER BY downloads_gained DESC NULLS LAST, repo) AS gain_rank,
      rank() OVER (w ORDER BY likes_gained DESC NULLS LAST) AS like_border,
      rank() OVER (w ORDER BY downloads_30d DESC NULLS LAST) AS download_border,
      rank() OVER (w ORDER BY downloads_gained DESC NULLS LAST) AS gain_border,
      count(*) OVER (w) AS models
    FROM scoped WINDOW w AS (PARTITION BY observed_on, matched)
  )`;

const columns = {
  day_before: date("Day of the listing before."),
  observed_on: date("Day of the listing."),
  like_rank: int("Place by likes gained since the listing before, equal ones in the order of their names.", "rank"),
  download_rank: int("Place by downloads in the 30 days before the day.", "rank"),
  gain_rank: int("Place by how much these exceed those of the listing before.", "rank"),
  likes_gained: nullable(int("Likes gained since the listing before.", "likes")),
  downloads_30d: nullable(int("Downloads in the 30 days before the day.", "downloads")),
  downloads_gained: nullable(int("Those less the ones of the listing before.", "downloads")),
};

const ranks = (...from: Parameters<typeof gained>): string => `${gained(...from)}
  SELECT day_before, observed_on, matched, models, like_rank, download_rank, gain_rank, likes_gained, downloads_30d,
    downloads_gained
  FROM ranked WHERE least(like_border, download_border, gain_border) <= ${depth}`;

/** The first ranks by likes gained, by downloads and by downloads gained between neighbouring listings. */
export const gainRanks = defineEvidence({
  name: "gain-ranks",
  doc: `One of the ${depth} models that gained most likes or downloads since the listing before, or have most downloads; without its name.`,
  key: ["observed_on", "matched", "like_rank"],
  ...crawls,
  columns: {
    ...columns,
    matched: bool(
      "Whether the ranks are of models that both listings have; if not, first listed ones gain all they have.",
    ),
    models: int("Models that are ranked.", "models"),
  },
  sql: ranks(crawl),
  wider: [{ ...hub, sql: ranks(snapshots, "next_id") }],
});

const first = (...from: Parameters<typeof gained>): string => `${gained(...from)}
  SELECT day_before, observed_on, repo, like_rank, download_rank, gain_rank, likes_gained, downloads_30d, downloads_gained,
    CASE WHEN discussions_gained >= 0 THEN discussions_gained END AS discussions_gained
  FROM ranked WHERE matched AND (like_rank <= 3 OR gain_rank <= 3)
  QUALIFY dense_rank() OVER (ORDER BY observed_on DESC) <= 12`;

/** Who gained most likes, and who most downloads, between neighbouring listings; the last twelve pairs. */
export const gainers = defineEvidence({
  name: "gainers",
  doc: "One of the three models that gained most likes, or most downloads, since the listing before, which has it too.",
  key: ["observed_on", "repo"],
  ...crawls,
  columns: {
    ...columns,
    repo: text("Repository."),
    discussions_gained: nullable(
      int("Discussions gained; null where they are not counted or are fewer.", "discussions"),
    ),
  },
  sql: first(crawl),
  wider: [{ ...hub, sql: first(snapshots, "next_id") }],
});
