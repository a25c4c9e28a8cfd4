import { nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { domain, place, sums } from "./columns.ts";
import { grouped, matching } from "./matching.ts";
import { hub, lists, type Repositories } from "./standings.ts";

const sql = (repositories: Repositories): string => `
  WITH ${matching(repositories)}, ${grouped}
  SELECT source, kind, observed_on, domain, licence,
    count(*) AS repositories, sum(downloads_30d) AS downloads_30d, sum(likes) AS likes
  FROM grouped WHERE NOT starts_with(domain, 'substring-') GROUP BY source, kind, observed_on, domain, licence
`;

/** Stated licences in each domain. */
export const scienceLicences = optional(
  defineEvidence({
    name: "science-licences",
    doc: "Repositories in one domain of science that state one licence; a repository of several domains counts in each.",
    key: ["source", "kind", "domain", "licence"],
    ...lists,
    columns: {
      ...place,
      domain,
      licence: nullable(text("Identifier of the licence, several joined by +; null where none is stated.")),
      ...sums,
    },
    sql: sql("lists"),
    wider: [{ ...hub, sql: sql("hub") }],
  }),
);
