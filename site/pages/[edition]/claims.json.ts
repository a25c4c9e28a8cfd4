import type { Report } from "../../lib/assemble.ts";
import { claimsText } from "../../lib/claims-file.ts";
import { text } from "../../lib/downloads.ts";
import { editionPaths } from "../../lib/report.ts";

export const getStaticPaths = editionPaths;

/** Every published figure with its verdict. */
export function GET({ props }: { props: { report: Report } }): Response {
  return text(claimsText(props.report), "application/json");
}
