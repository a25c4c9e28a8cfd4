import { int, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { domain, place } from "./columns.ts";
import { grouped, matching } from "./matching.ts";
import { hub, lists, type Repositories } from "./standings.ts";

const sql = (repositories: Repositories): string => `
  WITH ${matching(repositories)}, ${grouped},
  ranked AS (
    SELECT *, row_number() OVER (PARTITION BY source, kind, domain ORDER BY downloads_30d DESC NULLS LAST, repo) AS place
    FROM grouped WHERE NOT starts_with(domain, 'substring-')
  )
  SELECT source, kind, observed_on, domain, place, repo, owner, downloads_30d
  FROM ranked WHERE place <= 5 AND downloads_30d > 0
`;

/** The most downloaded of each domain, as few as a table may name. */
export const scienceTop = optional(
  defineEvidence({
    name: "science-top",
    doc: "One of the five most downloaded repositories of a domain of science; equal ones in the order of their names.",
    key: ["source", "kind", "domain", "place"],
    ...lists,
    columns: {
      ...place,
      domain,
      place: int("Place in the domain, from 1.", "rank"),
      repo: text("Repository."),
      owner: text("Namespace, as the source spells it."),
      downloads_30d: int("Downloads in the 30 days before the day.", "downloads"),
    },
    sql: sql("lists"),
    wider: [{ ...hub, sql: sql("hub") }],
  }),
);
