import type { Report } from "../../lib/assemble.ts";
import { text } from "../../lib/downloads.ts";
import { factsText } from "../../lib/files.ts";
import { editionPaths } from "../../lib/report.ts";

export const getStaticPaths = editionPaths;

/** Every fact of the edition. */
export function GET({ props }: { props: { report: Report } }): Response {
  return text(factsText(props.report), "application/json");
}
