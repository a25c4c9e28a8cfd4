import { readFileSync } from "node:fs";
import type { StoredTable } from "../../../../lib/evidence.ts";
import { tablePaths } from "../../../../lib/report.ts";

export const getStaticPaths = tablePaths;

/** An evidence table, byte for byte as it was committed. */
export function GET({ props }: { props: { table: StoredTable } }): Response {
  const headers = { "content-type": "application/vnd.apache.arrow.file" };
  return new Response(new Uint8Array(readFileSync(props.table.file)), { headers });
}
