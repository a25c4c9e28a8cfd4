import type { Report } from "../../lib/assemble.ts";
import { factsFile, json } from "../../lib/downloads.ts";
import { editionPaths } from "../../lib/report.ts";

export const getStaticPaths = editionPaths;

/** Every fact of the edition. */
export function GET({ props }: { props: { report: Report } }): Response {
  return json(factsFile(props.report));
}
