import { registered, withOwner } from "#kit/hub/standing.ts";
import { text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { place, sums } from "./columns.ts";
import { matching } from "./matching.ts";
import { early, hub, lists, type Repositories } from "./standings.ts";

const of = (table: string, column: string): string =>
  `(SELECT source, kind, repo_key, string_agg(${column}, '+' ORDER BY ${column}) AS ${column}s FROM ${table} GROUP BY ALL)`;

const same = (other: string): string =>
  `${other}.source = r.source AND ${other}.kind = r.kind AND ${other}.repo_key = r.repo_key`;

const sql = (repositories: Repositories): string => `
  WITH ${matching(repositories)}
  SELECT r.source, r.kind, r.observed_on,
    coalesce(d.domains, '(none)') AS domains, coalesce(f.flags, '(none)') AS flags, ${registered} AS owner,
    count(*) AS repositories, sum(r.downloads_30d) AS downloads_30d, sum(r.likes) AS likes
  FROM repos r
  LEFT JOIN ${of("matched", "domain")} d ON ${same("d")}
  LEFT JOIN ${of("flagged", "flag")} f ON ${same("f")}
  ${withOwner()}
  GROUP BY ALL
`;

/** What each registered owner has in each combination of domains, the other owners pooled. */
export const scienceOwners = defineEvidence({
  name: "science-owners",
  doc: "Repositories of one registered owner that fall into the same domains of science and have the same substrings in their tags.",
  key: ["source", "kind", "domains", "flags", "owner"],
  ...early,
  columns: {
    ...place,
    domains: text("Domains of science by whole words, joined by +; (none) for none."),
    flags: text("Substrings of the earlier report that a tag contains, joined by +; (none) for none."),
    owner: text("Namespace, or (unregistered) for those without a row in the registry of owners."),
    ...sums,
  },
  sql: sql("hub"),
  wider: [
    { ...hub, sql: sql("hub") },
    { ...lists, sql: sql("lists") },
  ],
});
