import type { LocalSource, ScanLoader } from "../schema/loader.ts";
import { papers } from "../schema/papers.ts";
import { looseDay } from "./days.ts";
import { filesOf, type HubFiles, overFiles, type Scanned } from "./files.ts";

/** Papers of the Hub's daily list. Dots are part of the names of its columns. */
export function papersLoader(source: string, find: HubFiles): ScanLoader {
  const files = (local: LocalSource) => filesOf(find(local), "daily_papers");
  return {
    source,
    table: papers,
    inputs: (local) => files(local).map((file) => file.local),
    scan: (local, columns) => overFiles(local, files(local), columns, rows),
  };
}

function rows({ rows: raw, source, observed_on, types }: Scanned): string {
  return `
    SELECT
      ${source} AS source,
      paper_id AS paper,
      DATE '${observed_on}' AS observed_on,
      ${looseDay("publishedAt", types.get("publishedAt") ?? "")} AS published_on,
      CAST(paper_upvotes AS BIGINT) AS upvotes,
      ${types.has("paper_githubRepo") ? "paper_githubRepo IS NOT NULL" : "NULL::BOOLEAN"} AS has_code,
      "paper_organization.name" AS organisation
    FROM (${raw})`;
}
