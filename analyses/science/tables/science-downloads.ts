import { int, nullable } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { domain, place, sums } from "./columns.ts";
import { grouped, matching } from "./matching.ts";
import { early, hub, lists, type Repositories } from "./standings.ts";

const sql = (repositories: Repositories): string => `
  WITH ${matching(repositories)}, ${grouped}
  SELECT source, kind, observed_on, domain,
    count(*) AS repositories, sum(downloads_30d) AS downloads_30d, sum(likes) AS likes,
    count(DISTINCT lower(owner)) AS namespaces,
    count(*) FILTER (downloads_30d IS NULL) AS uncounted,
    count(*) FILTER (downloads_30d = 0) AS unused,
    quantile_disc(downloads_30d, 0.5) AS median_downloads_30d,
    max(downloads_30d) AS top_downloads_30d,
    quantile_disc(likes, 0.5) AS median_likes
  FROM grouped GROUP BY source, kind, observed_on, domain
`;

/** Totals, medians and the largest of each domain. */
export const scienceDownloads = defineEvidence({
  name: "science-downloads",
  doc: "Repositories of one list, or one kind of the Hub's, in one domain of science; a repository of several domains counts in each.",
  key: ["source", "kind", "domain"],
  ...early,
  columns: {
    ...place,
    domain,
    ...sums,
    namespaces: int("Namespaces that publish them, without regard to case.", "namespaces"),
    uncounted: int("Repositories whose downloads are unknown.", "repositories"),
    unused: int("Repositories without a download in the window.", "repositories"),
    median_downloads_30d: nullable(int("Median of their downloads.", "downloads")),
    top_downloads_30d: nullable(int("Downloads of the most downloaded of them.", "downloads")),
    median_likes: nullable(int("Median of their likes.", "likes")),
  },
  sql: sql("hub"),
  wider: [
    { ...hub, sql: sql("hub") },
    { ...lists, sql: sql("lists") },
  ],
});
