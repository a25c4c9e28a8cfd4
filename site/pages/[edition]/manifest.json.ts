import type { Report } from "../../lib/assemble.ts";
import { text } from "../../lib/downloads.ts";
import { jsonText } from "../../lib/files.ts";
import { manifestFile } from "../../lib/manifest.ts";
import { editionPaths } from "../../lib/report.ts";

export const getStaticPaths = editionPaths;

/** What the edition was built from, and what it gives. */
export function GET({ props }: { props: { report: Report } }): Response {
  return text(jsonText(manifestFile(props.report)), "application/json");
}
