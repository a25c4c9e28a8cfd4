import { text } from "../../../../lib/downloads.ts";
import type { StoredTable } from "../../../../lib/evidence.ts";
import { csvText } from "../../../../lib/files.ts";
import { tablePaths } from "../../../../lib/report.ts";

export const getStaticPaths = tablePaths;

/** An evidence table as CSV; its units and provenance stand in the manifest and on the methodology page. */
export function GET({ props }: { props: { table: StoredTable } }): Response {
  const { rows, schema, provenance } = props.table;
  return text(csvText(rows, schema, provenance.generated === true), "text/csv");
}
