import { int, nullable } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { domain, place } from "./columns.ts";
import { grouped, matching } from "./matching.ts";
import { hub, lists, type Repositories } from "./standings.ts";

const sql = (repositories: Repositories, upvoted: string): string => `
  WITH ${matching(repositories)}, ${grouped},
  linked AS (SELECT DISTINCT source, kind, repo_key, substr(tag, 7) AS paper FROM tagged WHERE starts_with(tag, 'arxiv:')),
  upvoted AS (${upvoted})
  SELECT g.source, g.kind, g.observed_on, g.domain,
    count(DISTINCT g.repo_key) AS repositories,
    count(DISTINCT l.paper) AS papers,
    CASE WHEN (SELECT count(*) FROM upvoted) > 0 THEN count(DISTINCT u.paper) END AS upvoted_papers
  FROM grouped g
  JOIN linked l ON l.source = g.source AND l.kind = g.kind AND l.repo_key = g.repo_key
  LEFT JOIN upvoted u ON u.paper = l.paper
  WHERE NOT starts_with(g.domain, 'substring-')
  GROUP BY g.source, g.kind, g.observed_on, g.domain
`;

/** How many repositories of each domain name a paper, and of how many papers the Hub's daily list knows the upvotes. */
export const paperLinks = optional(
  defineEvidence({
    name: "paper-links",
    doc: "Repositories in one domain of science that name a paper of arXiv by a tag.",
    key: ["source", "kind", "domain"],
    ...lists,
    columns: {
      ...place,
      domain,
      repositories: int("Repositories that name a paper.", "repositories"),
      papers: int("Papers that they name, each once.", "papers"),
      upvoted_papers: nullable(
        int("Of these, papers whose upvotes the Hub's daily list states; null without such a list.", "papers"),
      ),
    },
    sql: sql("lists", "SELECT NULL AS paper WHERE false"),
    wider: [
      { ...hub, sql: sql("hub", "SELECT DISTINCT paper FROM papers WHERE source = 'hub' AND upvotes IS NOT NULL") },
    ],
  }),
);
