import type { Report } from "../../lib/assemble.ts";
import { json, manifestFile } from "../../lib/downloads.ts";
import { editionPaths } from "../../lib/report.ts";

export const getStaticPaths = editionPaths;

/** What the edition was built from. */
export function GET({ props }: { props: { report: Report } }): Response {
  return json(manifestFile(props.report));
}
