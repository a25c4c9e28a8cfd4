import { toCsv } from "#loaders/engine/csv.ts";
import { text } from "../../../../lib/downloads.ts";
import type { StoredTable } from "../../../../lib/evidence.ts";
import { tablePaths } from "../../../../lib/report.ts";

export const getStaticPaths = tablePaths;

/** An evidence table as CSV; its units and provenance stand in the manifest and on the methodology page. */
export function GET({ props }: { props: { table: StoredTable } }): Response {
  return text(toCsv(props.table.rows, props.table.schema), "text/csv");
}
