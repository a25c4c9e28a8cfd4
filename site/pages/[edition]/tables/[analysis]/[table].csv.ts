import { text } from "../../../../lib/downloads.ts";
import { rowsOf } from "../../../../lib/evidence.ts";
import { csvText } from "../../../../lib/files.ts";
import type { PrintedTable } from "../../../../lib/print/types.ts";
import { tablePaths } from "../../../../lib/report.ts";

export const getStaticPaths = tablePaths;

/** An evidence table as CSV; its units and provenance stand in the manifest and on the methodology page. */
export function GET({ props }: { props: { table: PrintedTable } }): Response {
  const { schema, provenance } = props.table;
  return text(csvText(rowsOf(props.table), schema, provenance.generated === true), "text/csv");
}
