import { readFileSync } from "node:fs";
import type { PrintedTable } from "../../../../lib/print/types.ts";
import { tablePaths } from "../../../../lib/report.ts";

export const getStaticPaths = tablePaths;

/** An evidence table, byte for byte as it was committed. */
export function GET({ props }: { props: { table: PrintedTable } }): Response {
  const headers = { "content-type": "application/vnd.apache.arrow.file" };
  return new Response(new Uint8Array(readFileSync(props.table.file)), { headers });
}
